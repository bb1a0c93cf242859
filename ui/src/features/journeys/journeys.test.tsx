/** Journeys: beginning a map, what it shows, walking and writing by key, and the same as a table. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { AddJourneyStep } from "../../bindings/AddJourneyStep";
import type { JourneyAudit } from "../../bindings/JourneyAudit";
import type { JourneyMap } from "../../bindings/JourneyMap";
import type { JourneyStep } from "../../bindings/JourneyStep";
import type { JudgeTouch } from "../../bindings/JudgeTouch";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import type { PretendHost } from "../../test/pretendHost";
import { JourneysPage } from "./JourneysPage";

const step = (id: string, more: Partial<JourneyStep> = {}): JourneyStep => ({
  id, origin: null, name: id, goal: "", doing: "", thinking: "", channel: null, lifecycle: "", ourAction: "", owner: "", momentOfTruth: false, pain: "", opportunity: "",
  expected: null, wished: null, observed: null, withinDays: null, flags: [], ...more,
});

function aMap(): JourneyMap {
  return {
    id: "m1", title: "First year", segment: { id: "s1", name: "Cafés", hue: 1 }, segmentGone: false, people: 12, reviewOn: "2026-01-09", lookedAt: null, roles: { leads: "", writes: "", speaks: "" }, origin: null,
    stages: [
      { id: "g1", name: "Before", steps: [
        step("Hears of us", { expected: { value: 1, word: "curious" } }),
        step("The first call", { goal: "To know the price", channel: "phone", lifecycle: "onboarding", momentOfTruth: true, expected: { value: -1, word: "unsure" }, wished: { value: 1, word: "sure" }, observed: { touches: 9, n: 7, median: 0, low: -1, high: 0.5 }, flags: [{ flag: "drop", by: 2 }, { flag: "low" }, { flag: "differs", by: 1 }] }),
      ] },
      { id: "g2", name: "After", steps: [] },
    ],
  };
}

const anAudit: JourneyAudit = {
  id: "m1", title: "First year", segment: null, segmentGone: false, people: 12,
  rows: [
    { channel: "phone", lifecycle: "onboarding", steps: [{ id: "The first call", name: "The first call" }], observed: { touches: 9, n: 7, median: -1, low: -2, high: 0 }, lastAt: Date.parse("2026-11-20T09:00:00Z"), hint: "fix", said: null },
    { channel: "post", lifecycle: "", steps: [], observed: { touches: 0, n: 0, median: null, low: null, high: null }, lastAt: null, hint: "unused", said: null },
  ],
};

function page(maps: readonly JourneyMap[] = [aMap()]) {
  const map = maps[0];
  const made = drawn(<JourneysPage />, {
    answers: {
      "journeys.list": maps.map(({ id, title, segment }) => ({ id, title, segment, steps: 2 })),
      "journeys.get": () => structuredClone(map),
      "segments.list": [{ id: "s1", name: "Cafés", hue: 1, rule: null, sentence: "", names: {}, count: 12 }],
      "journeys.create": { id: "m1" },
      "journeys.addStep": ({ id, stage, content }: AddJourneyStep) => {
        map!.stages.find((one) => one.id === stage)!.steps.push(step(id!, { name: content.name! }));
        made.host.tell(["journeys"]);
        return { id };
      },
      "journeys.audit": () => structuredClone(anAudit),
      "journeys.judge": (input: JudgeTouch) => {
        const row = anAudit.rows.find((one) => one.channel === input.channel)!;
        row.said = input.verdict ? { verdict: input.verdict, reason: input.reason ?? "", at: 1 } : null;
        made.host.tell(["journeys"]);
        return null;
      },
      "journeys.review": null,
      "journeys.moveStep": null,
      "journeys.moveStage": null,
      "journeys.editStep": null,
      "journeys.removeStep": null,
    },
  });
  return made;
}

const inputs = (host: PretendHost, verb: string) => host.asked.filter((one) => one.verb === `journeys.${verb}`).map((one) => one.input);
const head = (name: RegExp) => screen.findByRole("button", { name });

test("begins a map with the usual stages, for a segment and with a title it proposes", async () => {
  const { host, user, container } = page([]);
  await screen.findByRole("heading", { name: "Walk the way they walk" });
  await noFaults(container);
  await user.click(await screen.findByRole("button", { name: /Whose journey/ }));
  await user.click(await screen.findByRole("option", { name: "Cafés" }));
  await user.click(screen.getByRole("button", { name: "Begin the map" }));
  await waitFor(() => expect(inputs(host, "create")).toHaveLength(1));
  expect(inputs(host, "create")[0]).toEqual({ title: "The journey of Cafés", segment: "s1", stages: ["Awareness", "Evaluation", "Purchase", "Delivery", "After-sales"] });
});

test("shows stages, steps, three curves, what the log says and what deserves a look, in words", async () => {
  const { container } = page();
  const call = await head(/^The first call/);
  expect(call.textContent).toContain("unsure (−1), should be sure (+1)");
  expect(call.textContent).toContain("9 touchpoints logged, 7 say how it felt: fine in the middle, half of them from let down to glad.");
  for (const words of ["Moment of truth", "Call · Onboarding", "Falls by 2", "Feels bad", "Better than we thought"]) expect(within(call).getByText(words)).toBeTruthy();
  expect((await head(/^Hears of us/)).textContent).toContain("A guess");
  expect(container.querySelector("[data-line=expected]")?.getAttribute("d")).toMatch(/^M50,74C/);
  expect(container.querySelectorAll("[data-observed]")).toHaveLength(1);
  expect(screen.getByText("No step yet")).toBeTruthy();
  expect(screen.getByText("To know the price")).toBeTruthy();
  await noFaults(container);
});

test("is one stop of the Tab key: arrows walk, N adds, Alt and an arrow move, Enter opens, Delete removes", async () => {
  const { host, user, container } = page();
  const first = await head(/^Hears of us/);
  expect(container.querySelectorAll("[data-spot][tabindex='0']")).toHaveLength(1);
  await waitFor(() => expect(document.activeElement).toBe(first));
  await user.keyboard("{ArrowRight}");
  await waitFor(async () => expect(document.activeElement).toBe(await head(/^The first call/)));
  await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  await waitFor(() => expect(inputs(host, "moveStep")).toEqual([{ id: "The first call", stage: "g1", before: "Hears of us" }]));
  await user.keyboard("{Delete}");
  await waitFor(() => expect(inputs(host, "removeStep")).toEqual([{ id: "The first call" }]));
  await user.keyboard("{ArrowUp}{ArrowRight}");
  await waitFor(async () => expect(document.activeElement).toBe(await screen.findByRole("button", { name: "After" })));
  await user.keyboard("n");
  await user.type(await screen.findByRole("textbox", { name: "Name of the new step" }), "Renews{Enter}");
  await head(/^Renews/);
  await user.type(await screen.findByRole("textbox", { name: "Name of the new step" }), "{Escape}");
  await waitFor(async () => expect(document.activeElement).toBe(await head(/^Renews/)));
  await user.keyboard("{Enter}");
  await user.click(within(await screen.findByRole("radiogroup", { name: "How it should feel" })).getByRole("radio", { name: "glad" }));
  await waitFor(() => expect(inputs(host, "editStep")[0]).toMatchObject({ content: { wished: { value: 1, word: "glad" } } }));
  await noFaults(container);
});

test("holds the same as a table with headings", async () => {
  const { user, container } = page();
  await head(/^Hears of us/);
  await user.click(screen.getByRole("radio", { name: "As a table" }));
  const row = await screen.findByRole("row", { name: /The first call/ });
  expect(within(row).getByRole("rowheader", { name: /The first call/ })).toBeTruthy();
  for (const cell of ["Call · Onboarding", "unsure (−1), should be sure (+1)", "0 (−1 to +0.5), n 7", "Falls by 2, Feels bad, Better than we thought", "To know the price"]) expect(within(row).getByRole("cell", { name: cell })).toBeTruthy();
  await noFaults(container);
});

test("lists each kind of touchpoint with the rule's word beside one's own, which is decided, explained and taken back (M234)", async () => {
  const { host, user, container } = page();
  await head(/^Hears of us/);
  await user.click(screen.getByRole("radio", { name: "As an audit of touchpoints" }));
  const row = await screen.findByRole("row", { name: /Call · Onboarding/ });
  for (const words of ["let down −1 (−2 to 0)", "said at 7 of 9 touchpoints", "Fix it"]) expect(within(row).getByText(words)).toBeTruthy();
  expect(within(screen.getByRole("row", { name: /Post/ })).getByText("Never happened")).toBeTruthy();
  await noFaults(container);
  // One stop of the Tab key: arrows go from row to row, and in a row from one thing to the next.
  const stops = [...container.querySelectorAll<HTMLElement>("tbody button, tbody input")].filter((one) => one.tabIndex === 0);
  expect(stops.map(({ textContent }) => textContent)).toEqual(["The first call"]);
  stops[0]?.focus();
  await user.keyboard("{ArrowRight}");
  expect(document.activeElement).toBe(within(row).getByRole("radio", { name: "Keep" }));
  await user.keyboard("{ArrowDown}");
  expect(screen.getByRole("row", { name: /Post/ }).contains(document.activeElement)).toBe(true);
  await user.click(within(within(row).getByRole("radiogroup", { name: "What to do: Call · Onboarding" })).getByRole("radio", { name: "Fix" }));
  await screen.findByText(/Decided about 1 of 2/);
  await user.click(await screen.findByRole("button", { name: "Why: Call · Onboarding: Your reason" }));
  await user.keyboard("Nobody rings back");
  await user.click(screen.getByRole("columnheader", { name: "Why" }));
  await screen.findByText("Nobody rings back");
  await user.click(screen.getByRole("button", { name: "Undecided: Call · Onboarding" }));
  await screen.findByText(/Decided about 0 of 2/);
  const of = { journey: "m1", channel: "phone", lifecycle: "onboarding" };
  expect(inputs(host, "judge")).toEqual([{ ...of, verdict: "fix" }, { ...of, verdict: "fix", reason: "Nobody rings back" }, of]);
});

test("says how much of it is felt, that it is stale, and when it is looked at (M067, M219)", async () => {
  const { host, user } = page();
  await head(/^Hears of us/);
  for (const words of [/^2 of 2 steps say how it feels$/, "never looked at as a whole", /^was to be looked at on .*2026$/]) expect(screen.getByText(words)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("menuitem", { name: "Looked at it just now" }));
  await waitFor(() => expect(inputs(host, "review")).toEqual([{ id: "m1", looked: true }]));
});

test("a step goes to another stage by its menu, which M opens too, and a stage moves by its own", async () => {
  const { host, user, container } = page();
  await head(/^Hears of us/);
  await user.keyboard("m");
  await user.click(await screen.findByRole("menuitem", { name: /To the stage .*After/ }));
  await waitFor(() => expect(inputs(host, "moveStep")).toEqual([{ id: "Hears of us", stage: "g2" }]));
  await user.click(screen.getByRole("button", { name: "More about The first call" }));
  await noFaults(container);
  await user.click(await screen.findByRole("menuitem", { name: /Move left/ }));
  await waitFor(() => expect(inputs(host, "moveStep")[1]).toEqual({ id: "The first call", stage: "g1", before: "Hears of us" }));
  await user.click(screen.getByRole("button", { name: "More about After" }));
  expect(screen.getByRole("menuitem", { name: /Move right/ }).getAttribute("aria-disabled")).toBe("true");
  await user.click(screen.getByRole("menuitem", { name: /Move left/ }));
  await waitFor(() => expect(inputs(host, "moveStage")).toEqual([{ id: "g2", before: "g1" }]));
});
