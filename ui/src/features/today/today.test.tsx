/** Today: who waits and why, in words; and what one does about it without the mouse. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useKeyboard } from "../../app/keyboard";
import type { TodayItem } from "../../bindings/TodayItem";
import { doAction, useAction } from "../../frame/actions";
import { inView } from "../../frame/inView";
import { ToastRegion } from "../../components/overlays/ToastRegion";
import { drawn } from "../../test/drawn";
import { onFixedDay } from "../../test/fixedDay";
import { noFaults } from "../../test/noFaults";
import { ago, aPerson, aRow, aTouch, DAY, NOW } from "../../test/people";
import { TodayPage } from "./TodayPage";

const last = { at: ago(63), channel: "phone" as const, title: "renewal call", text: "", felt: -1, feltWord: "let down" };
const item = (id: string, name: string, part: Partial<TodayItem> = {}, row: Partial<TodayItem["person"]> = {}): TodayItem => ({
  person: aRow({ id, name, ...row }),
  why: { reason: "rhythm", silentDays: 63, rule: null, usualDays: 21, track: null, due: ago(21) },
  since: ago(63), last, marks: [ago(105), ago(84), ago(63)], ...part,
});
const rule = (days: number, scope: unknown = { for: "everyone" }) => ({ id: `r${days}`, scope, days, active: true });
const by60 = { reason: "rule" as const, silentDays: 64, rule: { id: "r60", days: 60, name: null }, usualDays: null, track: null, due: ago(4) };

const marisol = item("p1", "Marisol Reyes Ibarra");
const aurelio = item("p2", "Aurelio Bianchi", { why: by60, last: null, since: new Date("2026-09-03T12:00").getTime(), marks: [] });
const ngoc = item("p3", "Trần Thị Ngọc", { why: by60, last: { ...last, felt: null, title: "" } });
const fatima = item("p4", "فاطمة", { why: { ...by60, rule: { id: "rk", days: 60, name: "Key accounts" } } });

function Window() {
  useKeyboard();
  return <><TodayPage /><ToastRegion label="Messages" closeLabel="Close" /></>;
}

function today(items: TodayItem[], more: Record<string, unknown> = {}) {
  return drawn(<Window />, {
    answers: {
      "care.today": { items, more: false },
      "care.rules": [rule(60)],
      "care.snoozed": [],
      "people.get": ({ id }: { id: string }) => aPerson({ row: { id }, note: `Remember about ${id}`, preferredChannel: "phone" }),
      "people.count": 4,
      "touchpoints.timeline": { items: [aTouch()], total: 1 },
      ...more,
    },
  });
}

const selected = () => screen.getByRole("option", { selected: true });

onFixedDay();

test("says the day, how many wait, and why each does, in words", async () => {
  const { container } = today([marisol, aurelio, ngoc, fatima]);
  expect(await screen.findByRole("heading", { level: 1 })).toHaveProperty("textContent", "Monday 23 November");
  const text = (name: RegExp) => screen.findByRole("option", { name });
  expect((await text(/Marisol/)).textContent).toContain("Usually every 3 weeks · silent for 9 · last: renewal call, felt let down");
  expect((await text(/Aurelio/)).textContent).toContain("In the book since 3 Sep");
  expect((await text(/Aurelio/)).textContent).toContain("nothing logged yet");
  expect((await text(/Ngọc/)).textContent).toContain("Rule for everyone: every 60 days · day 64 · last: Call");
  expect((await text(/فاطمة/)).textContent).toContain("Rule for Key accounts: every 60 days · day 64");
  expect(screen.getByText("Four people are waiting to hear from you. With one of them nothing is logged yet.")).toBeTruthy();
  await screen.findByText("Remember about p1");
  await noFaults(container);
});

test("the arrows walk, the panel follows, Enter opens the person", async () => {
  const { user, where } = today([marisol, aurelio]);
  expect(await screen.findByText("Remember about p1")).toBeTruthy();
  expect(inView()).toEqual([{ id: "p1", name: "Marisol Reyes Ibarra" }]);
  await user.keyboard("{ArrowDown}");
  expect(selected().textContent).toContain("Aurelio");
  expect(await screen.findByText("Remember about p2")).toBeTruthy();
  expect(screen.getByText(/prefers the phone/)).toBeTruthy();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(where()).toBe("/people/p2"));
});

test("W begins a draft, S leaves in peace until a day", async () => {
  const { user, where, host } = today([marisol], { "care.snooze": null });
  await screen.findByText("Remember about p1");
  await user.keyboard("s");
  // The focus must be in the menu: this was once opened by a click that no pointer made, and the arrows did nothing.
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toMatch(/^menu/));
  const week = screen.getByRole("menuitem", { name: /For a week/ });
  for (let steps = 0; steps < 4 && document.activeElement !== week; steps++) await user.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(week);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(host.lastInput("care.snooze")).toEqual({ person: "p1", until: new Date("2026-11-30T00:00:00").getTime() }));
  expect(await screen.findByText("Marisol Reyes Ibarra is left in peace until 30 Nov")).toBeTruthy();
  await user.keyboard("w");
  await waitFor(() => expect(where()).toBe("/drafts/new?person=p1&kind=check-in"));
});

test("a day of one's own, with the reason", async () => {
  const { user, host } = today([marisol], { "care.snooze": null });
  await screen.findByText("Remember about p1");
  await user.keyboard("s");
  await user.click(await screen.findByRole("menuitem", { name: /a day you choose/ }));
  const sheet = await screen.findByRole("dialog");
  await user.type(within(sheet).getByLabelText("Why, if you like"), "On leave");
  await noFaults(sheet);
  await user.click(within(sheet).getByRole("button", { name: "Snooze" }));
  await waitFor(() => expect(host.lastInput("care.snooze")).toMatchObject({ person: "p1", reason: "On leave" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("logging a call is asked with the person and the channel", async () => {
  const log = vi.fn();
  function Log() {
    useAction("touchpoints.log", log);
    return null;
  }
  const { user } = drawn(<><Log /><TodayPage /></>, {
    answers: { "care.today": { items: [marisol], more: false }, "care.rules": [], "care.snoozed": [], "people.get": aPerson(), "touchpoints.timeline": { items: [], total: 0 } },
  });
  await user.click(await screen.findByRole("button", { name: "Log a call" }));
  expect(log).toHaveBeenCalledWith({ people: [{ id: "p1", name: "Marisol Reyes Ibarra" }], channel: "phone" });
  expect(await screen.findByText("Nothing is logged yet.")).toBeTruthy();
  expect(doAction("person.write")).toBe(true);
});

test("after logging the row leaves and the next one takes its place", async () => {
  const { user, host } = today([marisol, aurelio, ngoc]);
  await screen.findByText("Remember about p1");
  await user.keyboard("{ArrowDown}");
  expect(selected().textContent).toContain("Aurelio");
  host.answers["care.today"] = { items: [marisol, ngoc], more: false };
  host.tell(["touchpoints"]);
  await waitFor(() => expect(selected().textContent).toContain("Ngọc"));
  await waitFor(() => expect(screen.queryByText("Aurelio Bianchi")).toBeNull());
});

test("at midnight it is another day", async () => {
  const { host } = today([marisol]);
  await screen.findByText("Remember about p1");
  vi.setSystemTime(NOW + DAY);
  window.dispatchEvent(new Event("focus"));
  expect(await screen.findByText("Tuesday 24 November")).toBeTruthy();
  await waitFor(() => expect(host.asked.filter(({ verb }) => verb === "care.today")).toHaveLength(2));
});

test("nobody waits: in an empty book it says how Today fills, otherwise what brings somebody back", async () => {
  const add = vi.fn();
  function Add() {
    useAction("people.add", add);
    return null;
  }
  const { host, user, container } = drawn(<><Add /><TodayPage /></>, { answers: { "care.today": { items: [], more: false }, "care.rules": [rule(60)], "care.snoozed": [], "people.count": 0 } });
  expect(await screen.findByText("Today fills itself")).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Add a person" }));
  expect(add).toHaveBeenCalled();
  host.answers["people.count"] = 3;
  host.tell(["people"]);
  expect(await screen.findByText("Nobody is waiting")).toBeTruthy();
  expect(screen.getByText(/silent for 60 days, or for twice/)).toBeTruthy();
});

test("who is left in peace stands at the foot, and is woken with a way back", async () => {
  const peace = { person: aRow({ id: "p9", name: "Ifeoma Okafor", organisation: "Harbour" }), until: new Date("2026-12-01T00:00").getTime(), reason: "on leave" };
  const { user, host, container } = today([marisol], { "care.snoozed": [peace], "care.wake": null });
  const list = await screen.findByRole("list", { name: "Left in peace" });
  expect(list.textContent).toContain("until 1 Dec · on leave");
  await noFaults(container);
  const wake = within(list).getByRole("button", { name: "Wake Ifeoma Okafor" });
  wake.focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(host.lastInput("care.wake")).toEqual({ id: "p9" }));
  expect(await screen.findByText("Ifeoma Okafor is no longer left in peace")).toBeTruthy();
  host.answers["care.snoozed"] = [];
  host.tell(["care"]);
  await waitFor(() => expect(screen.queryByText("Left in peace")).toBeNull());
});
