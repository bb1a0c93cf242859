/** Gestures: the ledger, the dialog that asks why beyond the budget, what a person was given, and who may decide what. */
import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Gesture } from "../../bindings/Gesture";
import type { GestureBudget } from "../../bindings/GestureBudget";
import { doAction } from "../../frame/actions";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { NOW } from "../../test/people";
import { refuse } from "../../test/pretendHost";
import { GesturesPage } from "./GesturesPage";
import { GiveGesture } from "./GiveGesture";
import { ThankPrompts } from "./ThankPrompts";

const gesture = (part: Partial<Gesture>): Gesture => ({
  id: "g1", person: { id: "p1", name: "Ana Ruiz" }, what: "A cake", sort: "gift", cost: 1250, currency: "EUR", digits: 2, day: "2026-11-20", decidedBy: "Mara", asRole: "",
  idea: null, note: "", overReason: "", touchpoint: "t1", felt: 2, feltWord: "moved", ourMood: null, ...part,
});
const budget = (part: Partial<GestureBudget>): GestureBudget => ({
  amount: 5000, currency: "EUR", digits: 2, months: 12, from: "usual", since: "2025-11-24", spent: 3000, left: 2000, gestures: 1, uncounted: 0, ...part,
});
const ana = { id: "p1", name: "Ana Ruiz" };
const answers = {
  "gestures.list": { items: [gesture({}), gesture({ id: "g2", what: "بطاقة بخط اليد", cost: null, currency: "", sort: "card", overReason: "A hard week", ourMood: 1 })], total: 2 },
  "gestures.mood": { days: [{ day: "2026-11-20", ours: 1, theirs: 2 }], said: 1, mean: 1 }, "gestures.roles": [], "gestures.budget": budget({}),
  "gestures.budgets": { amount: 5000, currency: "EUR", digits: 2, months: 12, own: [{ person: ana, amount: 9000, currency: "EUR", digits: 2, months: 6 }] },
  "purchases.currencies": [{ code: "EUR", digits: 2 }, { code: "JPY", digits: 0 }], "people.list": { items: [], total: 0 },
};
const page = (view: string, more: Record<string, unknown> = {}) => drawn(<><GesturesPage /><GiveGesture /></>, { answers: { ...answers, ...more }, at: `/gestures?view=${view}` });

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  vi.spyOn(navigator, "languages", "get").mockReturnValue(["en-GB"]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("the ledger says what, to whom, what it cost, how it was taken, and how it was for us", async () => {
  const { user, host, container } = page("given", { "gestures.sayMood": gesture({ ourMood: 2 }), "gestures.remove": null });
  const list = await screen.findByRole("list", { name: "What was given" });
  expect(within(list).getByText("€12.50")).toBeTruthy();
  expect(within(list).getByText("no cost")).toBeTruthy();
  expect(within(list).getByText("A hard week")).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: /How giving felt to us: A cake/ }));
  await user.click(await screen.findByRole("option", { name: "To us: it made our day" }));
  await waitFor(() => expect(host.lastInput("gestures.sayMood")).toEqual({ id: "g1", mood: 2 }));
  await user.click(screen.getByRole("button", { name: /^Remove: .?A cake/ }));
  await waitFor(() => expect(host.lastInput("gestures.remove")).toEqual({ id: "g1" }));
});

test("a gesture within the budget needs no reason; beyond it the reason is asked for and kept", async () => {
  const { user, host } = page("given", { "gestures.give": gesture({}) });
  await screen.findByRole("list", { name: "What was given" });
  doAction("gestures.give", { person: ana });
  const dialog = await screen.findByRole("dialog", { name: "Note a gesture" });
  expect(await within(dialog).findByText("€20.00 left")).toBeTruthy();
  await user.type(within(dialog).getByRole("textbox", { name: "What it was" }), "Flowers");
  await user.type(within(dialog).getByRole("textbox", { name: "What it cost" }), "20.01");
  const why = await within(dialog).findByRole("textbox", { name: "Why beyond what may be given?" });
  await noFaults(dialog);
  await user.click(within(dialog).getByRole("button", { name: /Note it/ }));
  expect(await within(dialog).findByText("Say why, or give less.")).toBeTruthy();
  expect(host.asked.some(({ verb }) => verb === "gestures.give")).toBe(false);
  await user.type(why, "A hard week");
  await user.click(within(dialog).getByRole("button", { name: /Note it/ }));
  await waitFor(() => expect(host.lastInput("gestures.give")).toEqual({ person: "p1", what: "Flowers", sort: "gift", cost: 2001, currency: "EUR", asRole: "", decidedBy: "", note: "", overReason: "A hard week" }));
});

test("what the core alone can see to be too much is asked about after it was refused", async () => {
  const refused = () => {
    throw refuse("invalid", { field: "overReason", why: "missing" });
  };
  const { user } = page("given", { "gestures.give": refused });
  await screen.findByRole("list", { name: "What was given" });
  doAction("gestures.give", { person: ana });
  const dialog = await screen.findByRole("dialog", { name: "Note a gesture" });
  await user.type(within(dialog).getByRole("textbox", { name: "What it was" }), "Flowers");
  await user.click(within(dialog).getByRole("button", { name: /Note it/ }));
  expect(await within(dialog).findByRole("textbox", { name: "Why beyond what may be given?" })).toBeTruthy();
});

test("what may be given is changed for everybody, taken back for one, and written down for a role", async () => {
  const role = { id: "r1", role: "At the counter", text: "A coffee", amount: null, currency: "", digits: 2, months: 12, given: 3 };
  const { user, host, container } = page("decide", { "gestures.roles": [role], "gestures.saveBudget": answers["gestures.budgets"], "gestures.removeBudget": answers["gestures.budgets"], "gestures.saveRole": [role] });
  expect(await screen.findByText("to each person in a year")).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Change what may be given to anybody" }));
  const form = await screen.findByRole("form", { name: "What may be given to anybody" });
  const amount = within(form).getByRole("textbox", { name: "Amount" });
  await user.clear(amount);
  await user.type(amount, "60{Enter}");
  await waitFor(() => expect(host.lastInput("gestures.saveBudget")).toEqual({ amount: 6000, currency: "EUR", months: 12 }));
  await user.click(screen.getByRole("button", { name: "As for everybody: Ana Ruiz" }));
  await waitFor(() => expect(host.lastInput("gestures.removeBudget")).toEqual({ id: "p1" }));
  await user.type(screen.getByRole("textbox", { name: "A new role" }), "On the road{Enter}");
  await waitFor(() => expect(host.lastInput("gestures.saveRole")).toEqual({ role: "On the road" }));
  await user.click(screen.getByRole("button", { name: /Change what .?At the counter.? may give/ }));
  const own = await screen.findByRole("form", { name: "What At the counter may give" });
  await user.clear(within(own).getByRole("textbox", { name: "Amount" }));
  await user.type(within(own).getByRole("textbox", { name: "Amount" }), "10{Enter}");
  await waitFor(() => expect(host.lastInput("gestures.saveRole")).toEqual({ id: "r1", amount: 1000, currency: "EUR", months: 12 }));
});

test("before anything was given it says what belongs here", async () => {
  const { container } = page("given", { "gestures.list": { items: [], total: 0 } });
  expect(await screen.findByRole("heading", { name: "Nothing was given yet" })).toBeTruthy();
  await noFaults(container);
});

test("Today says whom to thank and for what; a letter, a gesture, or not this time", async () => {
  const prompt = (part: object) => ({ person: ana, reason: "firstPurchase", detail: "a box of cups", day: "2026-11-20", forWhat: "firstPurchase:u1", draft: null, ...part });
  const items = [prompt({}), prompt({ person: { id: "p2", name: "ليلى حداد" }, reason: "anniversary", detail: "3", forWhat: "anniversary:p2:3", draft: "d1" })];
  const { user, host, container, where } = drawn(<ThankPrompts day="2026-11-23" />, { answers: { "care.thanks": { items, total: 5 }, "gestures.putAside": null } });
  expect(await screen.findByText(/bought for the first time: .*a box of cups.* · 20 Nov/)).toBeTruthy();
  expect(screen.getByText(/3 years with you/)).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "2 more" }));
  await waitFor(() => expect(host.lastInput("care.thanks")).toEqual({ limit: 200 }));
  await user.click(screen.getByRole("button", { name: /Not this time: .?Ana Ruiz/ }));
  await waitFor(() => expect(host.lastInput("gestures.putAside")).toEqual({ person: "p1", forWhat: "firstPurchase:u1" }));
  await user.click(screen.getByRole("button", { name: /Write to thank .?Ana Ruiz/ }));
  await waitFor(() => expect(where()).toMatch(/drafts\/new\?person=p1&kind=thankYou/));
  await user.click(screen.getByRole("button", { name: /Go on writing to/ }));
  await waitFor(() => expect(where()).toBe("/drafts/d1"));
});

const perk = { id: "k1", name: "Early look", what: "The new cups a week before", cost: 200, currency: "EUR", digits: 2, who: "whoever stayed", segment: "s1", validFrom: "2026-11-01", validUntil: "2026-12-31", most: 5, given: 1, used: 0, state: "open" };
const givenPerk = { id: "x1", perk: "k1", name: "Early look", person: ana, day: "2026-11-20", usedOn: "", note: "" };
const more = {
  "gestures.perks": [perk], "gestures.perkFit": { eligible: 3, waiting: [{ id: "p2", name: "Ben Okafor" }], more: 2 }, "gestures.givenPerks": [givenPerk],
  "segments.list": [{ id: "s1", name: "Loyal", hue: 1, rule: { match: "all", of: [] }, count: 3 }],
};

test("a perk says for whom, until when and how often; it is given, used, and refused with the reason", async () => {
  const refused = () => {
    throw refuse("invalid", { field: "person", why: "notEligible" });
  };
  const { user, host, container } = page("perks", { ...more, "gestures.usePerk": givenPerk, "gestures.givePerk": refused });
  const card = await screen.findByRole("group", { name: "Early look" });
  expect(await within(card).findByText("2 more may have it")).toBeTruthy();
  expect(within(card).getByText("given 1 of 5 times")).toBeTruthy();
  expect(await within(card).findByText("Loyal")).toBeTruthy();
  await noFaults(container);
  await user.click(within(card).getByRole("checkbox", { name: /Used: .?Ana Ruiz/ }));
  await waitFor(() => expect(host.lastInput("gestures.usePerk")).toEqual({ id: "x1" }));
  await user.click(within(card).getByRole("button", { name: /^Give it: .?Early look/ }));
  await user.click(await within(card).findByRole("button", { name: "Ben Okafor" }));
  await waitFor(() => expect(host.lastInput("gestures.givePerk")).toEqual({ perk: "k1", person: "p2" }));
  expect(await within(card).findByText("They are not in the segment that this is for.")).toBeTruthy();
  await noFaults(container);
});

test("a perk is written down for a segment, with what it costs and how often", async () => {
  const { user, host } = page("perks", { ...more, "gestures.perks": [], "gestures.savePerk": perk });
  await user.click(await screen.findByRole("button", { name: "A place for the dog" }));
  const dialog = await screen.findByRole("dialog", { name: "Add a perk" });
  expect(within(dialog).getByRole("textbox", { name: "Name" })).toHaveProperty("value", "A place for the dog");
  await user.type(within(dialog).getByRole("textbox", { name: "What one costs us" }), "3.50");
  await noFaults(dialog);
  await user.click(within(dialog).getByRole("button", { name: /Add it/ }));
  await waitFor(() => expect(host.lastInput("gestures.savePerk")).toEqual({ name: "A place for the dog", what: "", who: "", cost: 350, currency: "EUR", validFrom: "", validUntil: "", most: 0, anybody: true }));
});

test("loyalty says whom to expect and keeps points; pairs say who has the one without the other", async () => {
  const loyal = {
    "gestures.followUps": [{ person: ana, days: 5, gap: 31, last: "2026-10-21", expected: "2026-11-21" }],
    "gestures.programmes": [{ id: "g", name: "Stamps", unit: "stamps", steps: [{ points: 10, worth: "A bag" }], people: 1, first: [{ person: ana, points: 12 }] }],
    "gestures.goesWith": [{ id: "w", item: "grinder", other: "brushes", reason: "", people: 2, first: [ana] }], "gestures.saveProgramme": [], "gestures.saveGoesWith": [],
  };
  const { user, host, container } = page("loyalty", loyal);
  expect(await screen.findByText(/was to be expected by 21 Nov · every 31 days, seen on 5 days/)).toBeTruthy();
  const card = await screen.findByRole("group", { name: "Stamps" });
  expect(within(card).getByText("12 stamps")).toBeTruthy();
  await noFaults(container);
  await user.type(within(card).getByRole("textbox", { name: "What one has for them" }), "A tasting");
  await user.type(within(card).getByRole("textbox", { name: "So many" }), "50{Tab}");
  await user.click(within(card).getByRole("button", { name: "Add what they are worth" }));
  await waitFor(() => expect(host.lastInput("gestures.saveProgramme")).toEqual({ id: "g", steps: [{ points: 10, worth: "A bag" }, { points: 50, worth: "A tasting" }] }));
  await user.click(screen.getByRole("tab", { name: "What goes together" }));
  expect(await screen.findByText(/2 people have the one without the other/)).toBeTruthy();
  await noFaults(container);
  await user.type(screen.getByRole("textbox", { name: "Whoever bought" }), "cups");
  await user.type(screen.getByRole("textbox", { name: "may want" }), "saucers{Enter}");
  await waitFor(() => expect(host.lastInput("gestures.saveGoesWith")).toEqual({ item: "cups", other: "saucers" }));
});
