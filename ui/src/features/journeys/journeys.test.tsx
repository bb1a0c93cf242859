/** Journeys: beginning a map, what it shows, walking and writing by key, and the same as a table. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { AddJourneyStep } from "../../bindings/AddJourneyStep";
import type { JourneyMap } from "../../bindings/JourneyMap";
import type { JourneyStep } from "../../bindings/JourneyStep";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import type { PretendHost } from "../../test/pretendHost";
import { JourneysPage } from "./JourneysPage";

const step = (id: string, more: Partial<JourneyStep> = {}): JourneyStep => ({
  id, name: id, goal: "", doing: "", thinking: "", channel: null, lifecycle: "", ourAction: "", owner: "", momentOfTruth: false, pain: "", opportunity: "",
  expected: null, wished: null, observed: null, flags: [], ...more,
});

function aMap(): JourneyMap {
  return {
    id: "m1", title: "First year", segment: { id: "s1", name: "Cafés", hue: 1 }, segmentGone: false, people: 12,
    stages: [
      { id: "g1", name: "Before", steps: [
        step("Hears of us", { expected: { value: 1, word: "curious" } }),
        step("The first call", { goal: "To know the price", channel: "phone", lifecycle: "onboarding", momentOfTruth: true, expected: { value: -1, word: "unsure" }, wished: { value: 1, word: "sure" }, observed: { touches: 9, n: 7, median: 0, low: -1, high: 0.5 }, flags: [{ flag: "drop", by: 2 }, { flag: "low" }, { flag: "differs", by: 1 }] }),
      ] },
      { id: "g2", name: "After", steps: [] },
    ],
  };
}

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
