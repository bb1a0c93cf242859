/** The check of how new customers fare (M162): who is left alone, what is done about it by mouse and key, steps in time. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { JourneyMap } from "../../bindings/JourneyMap";
import type { OnboardingCheck } from "../../bindings/OnboardingCheck";
import type { OnboardingPerson } from "../../bindings/OnboardingPerson";
import { useAction } from "../../frame/actions";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { OnboardingView } from "./OnboardingView";
import type { MapDeeds } from "./useMap";

const person = (id: string, name: string, silentDays: number, more: Partial<OnboardingPerson> = {}): OnboardingPerson => ({
  person: { id, name, given: "", family: "", title: "", organisation: "Café Luz", stage: "onboarding", tags: [], touches: 1, lastAt: null, lastFelt: null, usualGapDays: null, binnedAt: null },
  start: Date.parse("2026-10-24T00:00:00Z"), by: "purchase", touches: 1, silentDays, longestDays: silentDays, word: null, ...more,
});

const check: OnboardingCheck = {
  id: "m1", title: "First months", segment: null, segmentGone: false, newDays: 90, aloneDays: 14, people: 4, atStage: 2, unheard: 1, alone: 2,
  steps: [
    { id: "s1", name: "Welcome", channel: "email", withinDays: 2, n: 3, medianDays: 4.9, waiting: 1, late: true },
    { id: "s2", name: "First call", channel: "phone", withinDays: null, n: 0, medianDays: null, waiting: 0, late: false },
  ],
  words: [{ word: "confused", kind: "confused", touches: 2, people: 1 }],
  said: [{ id: "t1", at: Date.parse("2026-11-20T09:00:00Z"), channel: "phone", direction: "inbound", title: "", text: "Which key is it?", felt: -1, feltWord: "confused", stage: "", loopStage: "", purpose: "", minutes: null, people: [{ id: "p1", name: "Dora Anaya" }] }],
  rows: [person("p1", "Dora Anaya", 30, { touches: 0, by: "since" }), person("p2", "نور", 15, { longestDays: 20, word: "confused" })],
};

const map = { id: "m1", title: "First months", stages: [] } as unknown as JourneyMap;
const deeds = {} as MapDeeds;
const heard: unknown[] = [];

function Page() {
  useAction("drafts.new", (said) => heard.push(["letter", said?.person?.name]));
  useAction("promises.add", (said) => heard.push(["task", said?.person?.id, said?.about]));
  return <OnboardingView map={map} deeds={deeds} />;
}

const page = (more: Partial<OnboardingCheck> = {}) =>
  drawn(<Page />, { answers: { "journeys.onboarding": { ...check, ...more }, "journeys.setOnboarding": null, "journeys.editStep": null } });

test("says who is left alone, how long, and who says they are lost", async () => {
  const { container } = page();
  const list = await screen.findByRole("grid", { name: "Left alone" });
  const rows = within(list).getAllByRole("row");
  expect(rows.map((row) => row.textContent)).toHaveLength(2);
  expect(rows[0]?.textContent).toContain("silent for 30 days");
  expect(rows[0]?.textContent).toContain("nothing since the start");
  expect(rows[1]?.textContent).toContain("20 days at the longest");
  expect(rows[1]?.textContent).toContain("said “confused”");
  expect(screen.getByText("Which key is it?")).toBeTruthy();
  expect(screen.getByText(/It takes 4.9 days in the middle \(n 3\)/)).toBeTruthy();
  expect(screen.getByText("Later than it should be")).toBeTruthy();
  expect(screen.getByText("Nobody who is new passed it yet.")).toBeTruthy();
  await noFaults(container);
});

test("the list is one stop of the Tab key; D writes, T adds a task, buttons do the same", async () => {
  const { user } = page();
  const list = await screen.findByRole("grid", { name: "Left alone" });
  const [first, second] = within(list).getAllByRole("row");
  await user.click(screen.getByRole("textbox", { name: "Left alone after so long without a word" }));
  while (!list.contains(document.activeElement)) await user.tab();
  expect(document.activeElement).toBe(first);
  await user.keyboard("d");
  await user.keyboard("{ArrowDown}t");
  expect(document.activeElement).toBe(second);
  await user.click(screen.getByRole("button", { name: /Add a task for .*Dora Anaya/ }));
  expect(heard).toEqual([["letter", "Dora Anaya"], ["task", "p2", "journey:m1"], ["task", "p1", "journey:m1"]]);
});

test("what is new and what is silence is changed in place, and so is how long a step may take", async () => {
  const { user, host } = page();
  const asked = (verb: string) => host.asked.filter((one) => one.verb === `journeys.${verb}`).map((one) => one.input);
  const days = await screen.findByRole("textbox", { name: "New for so long after the first purchase" });
  await user.clear(days);
  await user.type(days, "60{Enter}");
  await waitFor(() => expect(asked("setOnboarding")).toEqual([{ id: "m1", newDays: 60 }]));
  const within = screen.getByRole("textbox", { name: /Within how many days: First call/ });
  await user.type(within, "7{Enter}");
  await waitFor(() => expect(asked("editStep")).toEqual([{ id: "s2", content: { withinDays: 7 } }]));
});

test("says so when nobody is new, and when nobody is left alone", async () => {
  const { unmount } = page({ people: 0, atStage: 0, unheard: 0, alone: 0, rows: [] });
  await screen.findByRole("heading", { name: "Nobody is new" });
  unmount();
  page({ alone: 0, rows: [] });
  expect(await screen.findByText(/Nobody is left alone/)).toBeTruthy();
});
