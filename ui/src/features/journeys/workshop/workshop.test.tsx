/** A map in a workshop (M238): shown large by keys, roles, files beside the map, and what is taken of them. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { JourneyMap } from "../../../bindings/JourneyMap";
import type { JourneyStep } from "../../../bindings/JourneyStep";
import type { WorkshopTable } from "../../../bindings/WorkshopTable";
import { CommandFailure } from "../../../host/failure";
import { drawn } from "../../../test/drawn";
import { noFaults } from "../../../test/noFaults";
import { agreed, choicesOf } from "./picks";
import { Presentation } from "./Presentation";
import { slidesOf } from "./slides";
import { WorkshopView } from "./WorkshopView";

const step = (name: string, more: Partial<JourneyStep> = {}): JourneyStep => ({
  id: name, origin: null, name, goal: "", doing: "", thinking: "", channel: null, lifecycle: "", ourAction: "", owner: "", momentOfTruth: false, pain: "", opportunity: "",
  expected: null, wished: null, observed: null, withinDays: null, flags: [], ...more,
});

const map: JourneyMap = {
  id: "m1", title: "First year", segment: null, segmentGone: false, people: 3, reviewOn: "", lookedAt: null, roles: { leads: "Lena", writes: "", speaks: "" }, origin: null,
  stages: [
    { id: "g1", name: "Before", steps: [step("The first call", { thinking: "What does it cost?", pain: "No price", momentOfTruth: true, expected: { value: -1, word: "confused" }, wished: { value: 1, word: "sure" } }), step("The offer")] },
    { id: "g2", name: "Empty", steps: [] },
    { id: "g3", name: "After", steps: [step("Delivery", { expected: { value: 2, word: "proud" } })] },
  ],
};

const felt = (value: number, word: string) => ({ value, word });
const table: WorkshopTable = {
  title: "First year",
  voices: [{ by: "Otto", title: "First year", other: false }, { by: "", title: "Theirs", other: true }],
  rows: [
    { key: "k1", stage: "Before", name: "The first call", step: "The first call", has: [true, true, true], felt: [felt(-1, "confused"), felt(-2, "lost"), felt(1, "calm")], n: 3, median: -1, spread: 3, apart: true, only: false, takes: felt(-1, "confused") },
    { key: "k2", stage: "Before", name: "The second call", step: null, has: [false, true, false], felt: [null, felt(-2, "lost"), null], n: 1, median: -2, spread: 0, apart: false, only: true, takes: felt(-2, "lost") },
    { key: "k3", stage: "After", name: "Delivery", step: "Delivery", has: [true, true, true], felt: [felt(2, "proud"), felt(1, "glad"), felt(1, "fine")], n: 3, median: 1, spread: 1, apart: false, only: false, takes: felt(1, "glad") },
  ],
};

const shown = () => screen.getByRole("heading", { level: 2 }).textContent;
const said = () => screen.getByRole("status").textContent;

test("goes through the stages that hold steps, then shows the whole; Esc leaves", async () => {
  const onClose = vi.fn();
  const { user } = drawn(<Presentation map={map} onClose={onClose} />);
  expect(shown()).toBe("Before");
  expect(said()).toBe("Before, 1 of 3. 2 steps");
  const first = screen.getAllByRole("listitem")[0]!;
  for (const words of ["What does it cost?", "No price", "Moment of truth", "should be sure (+1)"]) expect(within(first).getByText(words)).toBeTruthy();
  await noFaults();
  await user.keyboard("{ArrowRight}");
  expect(shown()).toBe("After");
  await user.keyboard(" ");
  expect(said()).toBe("The whole journey, 3 of 3. 3 steps");
  expect(screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent)).toEqual(["Before", "Empty", "After"]);
  await noFaults();
  await user.keyboard("{ArrowRight}{ArrowLeft}");
  expect(shown()).toBe("After");
  await user.keyboard("{Home}{Escape}");
  expect(onClose).toHaveBeenCalledOnce();
});

test("many steps take pages of about as many each; a narrow screen takes more of them", () => {
  const many = { ...map, stages: [{ id: "g", name: "G", steps: Array.from({ length: 9 }, (_, n) => step(`S${n}`)) }] };
  expect(slidesOf(many, 1360).map(({ steps }) => steps.length)).toEqual([3, 3, 3]);
  expect(slidesOf(many, 700).map(({ steps }) => steps.length)).toEqual([2, 2, 2, 2, 1]);
  expect(slidesOf(many, 200)).toHaveLength(9);
  expect(slidesOf({ ...map, stages: [] }, 1360)).toEqual([]);
});

function page(answer: unknown = table) {
  return drawn(<WorkshopView map={map} onPresent={vi.fn()} />, {
    answers: { "press.compareWorkshop": answer, "press.mergeWorkshop": { changed: 1, added: 1 }, "journeys.setRoles": null, "press.writeWorkshop": { bytes: 9, joined: false } },
  });
}

async function pasteOne({ user }: ReturnType<typeof page>, text: string) {
  await user.click(screen.getByRole("button", { name: "Paste one" }));
  await user.click(screen.getByRole("textbox", { name: "What stands in the file" }));
  await user.paste(text);
  await user.click(screen.getByRole("button", { name: "Put it beside the map" }));
}

test("shows what everybody feels, where they disagree, and takes what is picked in one step", async () => {
  const made = page();
  const { user, host, container } = made;
  await pasteOne(made, "a");
  await pasteOne(made, "b");
  const region = await screen.findByRole("region", { name: "What everybody feels" });
  const heads = within(region).getAllByRole("columnheader").map(({ textContent }) => textContent);
  expect(heads).toEqual(["Step", "Our map", "Otto", "Copy 2", "In the middle", "Take"]);
  expect(within(region).getByText("3 apart")).toBeTruthy();
  expect(within(region).getByText("only Otto has it")).toBeTruthy();
  expect(screen.getByText("of another map")).toBeTruthy();
  await noFaults(container);
  // One stop of the Tab key: arrows go from row to row.
  const picks = within(region).getAllByRole("button", { name: /What to take/ });
  expect(picks.filter((one) => one.tabIndex === 0)).toHaveLength(1);
  picks[0]!.focus();
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(picks[1]);
  await user.keyboard("{Enter}");
  await user.click(await screen.findByRole("option", { name: "Otto: lost (−2)" }));
  await user.click(screen.getByRole("button", { name: "The middle wherever they agree" }));
  await user.click(screen.getByRole("button", { name: "Take over 2 steps" }));
  await waitFor(() => expect(host.asked.filter(({ verb }) => verb === "press.mergeWorkshop").map(({ input }) => input)).toEqual([
    { journey: "m1", files: [{ text: "a" }, { text: "b" }], picks: [{ key: "k2", feeling: { take: "voice", voice: 1 } }, { key: "k3", feeling: { take: "median" } }] },
  ]));
});

test("a file that is refused is named with its reason and can be left out", async () => {
  const made = page(() => {
    throw new CommandFailure("unknownFormat", { why: "version", file: 1 });
  });
  await pasteOne(made, "x");
  expect(await screen.findByText("File 1: A newer Rapport wrote this file. Update Rapport to read it.")).toBeTruthy();
  await made.user.click(screen.getByRole("button", { name: "Leave it out" }));
  await waitFor(() => expect(screen.queryByText(/File 1/)).toBeNull());
});

test("roles are changed in place, and a copy is written with a name for its view", async () => {
  const { user, host, container } = page();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: /Speaks for the customer/ }));
  await user.keyboard("Otto{Enter}");
  await waitFor(() => expect(host.asked.find(({ verb }) => verb === "journeys.setRoles")?.input).toEqual({ id: "m1", speaks: "Otto" }));
  await user.click(screen.getByRole("button", { name: "A copy to fill in…" }));
  await user.type(screen.getByRole("textbox", { name: "Who filled it in" }), "Lena");
  await user.type(screen.getByRole("textbox", { name: "Path of the new file" }), "/tmp/x.json");
  await noFaults();
  await user.click(screen.getByRole("button", { name: "Save…" }));
  await waitFor(() => expect(host.asked.find(({ verb }) => verb === "press.writeWorkshop")?.input).toEqual({ journey: "m1", by: "Lena", names: false, path: "/tmp/x.json" }));
});

test("what would change nothing is not offered, and the middle is taken only where they agree", () => {
  expect(table.rows.map((row) => choicesOf(row).map(({ id }) => id))).toEqual([["leave", "1", "2"], ["leave", "1", "unsaid"], ["leave", "median", "1", "2"]]);
  expect(agreed(table.rows)).toEqual({ k3: "median" });
});
