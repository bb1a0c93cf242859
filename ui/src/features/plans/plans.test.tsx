/** Plans: the sheet, the journal with its counters, the loop, the stack, the steps and the choice of a framework. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Strategy } from "../../bindings/Strategy";
import { useAction } from "../../frame/actions";
import { drawn } from "../../test/drawn";
import { onFixedDay } from "../../test/fixedDay";
import { noFaults } from "../../test/noFaults";
import { aRow, aTouch, NOW } from "../../test/people";
import { PlansPage } from "./PlansPage";

const blank = { about: "sheet:x", needs: "", value: "", technology: "", trust: "", owner: "", reviewOn: null, reviewedAt: null, stale: false, business: "", lifetimeValue: "", maturity: "" };
const strategy = (part: Partial<Strategy>): Strategy => ({
  id: "s1", title: "Call in the second week", area: "keep", state: "inUse", result: "", need: "Not to be left alone", beyond: "", learning: "", passes: 1, owner: "", loopStage: "", layer: "", startedOn: null, reviewOn: null, ...part,
});
const stage = (name: string, people: number) => ({ stage: name, people, touches: people, hurt: 1, liked: 2, byUs: 3, byThem: 1 });
const loop = {
  stages: [stage("engage", 4), stage("transact", 2), stage("support", 1), stage("delight", 3)], outside: 7,
  segments: [{ segment: { id: "g1", name: "مقاهي الحي", hue: 1 }, people: [1, 0, 0, 2], outside: 5 }],
};
const layer = (name: string, score: number | null) => ({ layer: name, score, note: "", evidence: [] });
const answers = {
  "plans.sheet": blank, "plans.stacks": [], "plans.strategies": [strategy({})], "segments.list": [],
  "plans.counters": { basis: "purchases", from: "2025-11-24", to: "2026-11-23", acquired: 5, had: 12, kept: 9, boughtBefore: 8, expanded: 3 },
  "plans.loyaltyLoop": loop, "plans.loopPeople": { items: [{ person: aRow({ id: "p1", name: "Ana Ruiz" }), touch: aTouch({ title: "Tasting", felt: -1 }), reinforced: aTouch({ id: "t9", title: "First cup" }) }], total: 1 },
  "plans.loopLog": { items: [] }, "plans.conversion": { delighted: 6, advocates: 3, referred: 2, customers: 1 }, "plans.ideas": [],
  "plans.surprises": [], "plans.unsurprised": { items: [{ person: aRow({ id: "p2", name: "Ben Okafor" }), since: null }], total: 1 },
  "purchases.currencies": [{ code: "EUR", digits: 2 }], "plans.steps": [], "plans.advise": { frameworks: [], answered: false, both: false },
  "people.list": { items: [], total: 0 }, "touchpoints.recent": [], "journeys.list": [], "care.rules": [],
};
const page = (view: string, more: Record<string, unknown> = {}) => drawn(<PlansPage />, { answers: { ...answers, ...more }, at: `/plans?view=${view}` });

onFixedDay();

test("the sheet has four headings that ask, and says when it is out of date", async () => {
  const { user, host, container } = page("strategy", { "plans.editSheet": blank, "plans.reviewed": blank });
  await user.click(await screen.findByRole("button", { name: /What they need comes first/ }));
  await user.keyboard("Quick answers{Control>}{Enter}{/Control}");
  await waitFor(() => expect(host.lastInput("plans.editSheet")).toEqual({ needs: "Quick answers", task: "Look through the strategy sheet" }));
  expect(screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent)).toContain("Fair and open");
  host.answers["plans.sheet"] = { ...blank, needs: "Quick answers", stale: true, reviewOn: "2026-11-01" };
  host.tell(["plans"]);
  expect(await screen.findByText(/was to be looked through by/)).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "I looked through it" }));
  await waitFor(() => expect(host.lastInput("plans.reviewed")).toEqual({ task: "Look through the strategy sheet" }));
});

test("the journal stands under three counters and tests each strategy in three lines", async () => {
  const { user, host, container } = page("journal", { "plans.saveStrategy": strategy({}) });
  expect(await screen.findByText("bought for the first time")).toBeTruthy();
  expect(screen.getByText("of the 12 who had bought before bought again")).toBeTruthy();
  const card = screen.getByRole("group", { name: "Call in the second week" });
  expect(within(card).getByText("Test: 1 of 3 answered")).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Add a strategy: Win customers" }));
  await user.keyboard("Open tasting{Enter}");
  await waitFor(() => expect(host.lastInput("plans.saveStrategy")).toEqual({ title: "Open tasting", area: "acquire" }));
});

test("the loop says where people stand, and a stage opens into people and the log", async () => {
  const { user, host, container } = page("loop");
  await user.click(await screen.findByRole("button", { name: /^Delight/, pressed: false }));
  await waitFor(() => expect(host.lastInput("plans.loopPeople")).toEqual({ stage: "delight", limit: 8 }));
  expect(await screen.findByRole("list", { name: "Not surprised" })).toBeTruthy();
  expect(screen.getByText("Does the loop feed itself?")).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Engage, مقاهي الحي, 1" }));
  await waitFor(() => expect(host.lastInput("plans.loopPeople")).toEqual({ stage: "engage", segment: "g1", limit: 8 }));
  await user.click(screen.getByRole("button", { name: "Everybody again" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Everybody again" })).toBeNull());
});

test("a surprise is noted where all gestures are, with whom and what it came from", async () => {
  const said: unknown[] = [];
  function Notes() {
    useAction("gestures.give", (what) => void said.push(what));
    return <PlansPage />;
  }
  const { user } = drawn(<Notes />, { answers: { ...answers, "plans.ideas": [{ id: "i1", purpose: "surprise", text: "A cake", given: 0 }] }, at: "/plans?view=loop" });
  await user.click(await screen.findByRole("button", { name: /^Delight/, pressed: false }));
  await user.click(await screen.findByRole("button", { name: "Note a surprise for Ben Okafor" }));
  await user.click(screen.getByRole("button", { name: "Give it: A cake" }));
  expect(said).toEqual([{ person: { id: "p2", name: "Ben Okafor" }, sort: "surprise" }, { what: "A cake", sort: "surprise", idea: "i1" }]);
});

test("the stack names the weakest layer and why, and offers ideas", async () => {
  const stack = { subject: "person:p1", layers: [layer("functional", 4), layer("emotional", 3), layer("social", null)], weakest: { layer: "social", why: "unsaid" } };
  const { user, host, container } = page("stack", {
    "plans.stacks": [{ subject: "person:p1", name: "Ana Ruiz", scores: [4, 3, null], weakest: stack.weakest }],
    "plans.stack": stack, "plans.saveLayer": stack, "plans.saveIdea": [], "touchpoints.timeline": { items: [], total: 0 },
  });
  expect(await screen.findByText(/nobody has said anything/)).toBeTruthy();
  const social = screen.getByRole("group", { name: "They belong" });
  await user.click(within(social).getByRole("radio", { name: "2" }));
  await waitFor(() => expect(host.lastInput("plans.saveLayer")).toEqual({ subject: "person:p1", layer: "social", score: 2 }));
  await user.click(within(social).getByRole("button", { name: "Add to this layer, leave the product" }));
  await noFaults(container);
  await user.click(within(social).getByRole("button", { name: /A place where regulars answer newcomers/ }));
  await waitFor(() => expect(host.lastInput("plans.saveIdea")).toEqual({ purpose: "social", text: "A place where regulars answer newcomers" }));
});

test("the chooser asks three things, and every framework says where it fails", async () => {
  const fit = (framework: string, points: number) => ({ framework, points, reasons: [{ question: "business", answer: "repeat", points }] });
  const { user, host, container } = page("choose", { "plans.advise": { frameworks: [fit("loop", 2), fit("stack", -1), fit("netPromoter", -2)], answered: true, both: false }, "plans.editSheet": blank });
  await user.click(await screen.findByRole("radio", { name: "Little, and there are many" }));
  await waitFor(() => expect(host.lastInput("plans.editSheet")).toMatchObject({ lifetimeValue: "low" }));
  expect(screen.getAllByText(/^Its limit:/)).toHaveLength(3);
  expect(screen.getByText("fits best").closest("[role=group]")?.getAttribute("aria-label")).toBe("Loyalty loop");
  expect(container.textContent).not.toMatch(/\d+ ?%/);
  await noFaults(container);
});

test("the four steps are laid out, owned, dated and ticked, and the book says how far they are", async () => {
  const step = { id: "w1", purpose: "map", title: "", note: "", owner: "", due: null, doneAt: null };
  const { user, host, container } = page("steps", { "plans.beginSteps": [step], "plans.saveStep": [step] });
  await user.click(await screen.findByRole("button", { name: "Lay out the steps" }));
  await waitFor(() => expect(host.asked.some(({ verb }) => verb === "plans.beginSteps")).toBe(true));
  host.answers["plans.steps"] = [step, { ...step, id: "w2", purpose: "", title: "Tell the team", doneAt: NOW }];
  host.tell(["plans"]);
  expect(await screen.findByText("1 of 2 done")).toBeTruthy();
  expect(await screen.findByText("In the book: 0 maps with 0 steps.")).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("checkbox", { name: "Done: Map what customers live through" }));
  await waitFor(() => expect(host.lastInput("plans.saveStep")).toEqual({ id: "w1", done: true }));
});
