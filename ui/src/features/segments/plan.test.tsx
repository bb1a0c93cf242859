/** Beside a segment's rule: how close (M141), what they hear (M192), what they need (M096), and personas (M017). */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Segment } from "../../bindings/Segment";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { aRow } from "../../test/people";
import { SegmentView } from "./SegmentView";

const cafes: Segment = {
  id: "s1", name: "Cafés", hue: 1, rule: { match: "one", of: { on: "neverTouched" } }, sentence: "", names: {}, count: 214,
};
const plan = {
  segment: { id: "s1", name: "Cafés", hue: 1 }, intensity: "close", why: "They ring before eight", expected: "light", lookedOn: "2025-01-01", reviewOn: "",
  talks: [{ id: "t1", channel: "email", everyDays: 30, about: "What changed" }, { id: "t2", channel: "post", everyDays: 0, about: "" }],
  needs: [{ id: "n1", need: "Supplies in time", action: "" }],
};
const persona = {
  id: "p1", name: "Pilar", life: "Owns one café", needs: "", preferences: "", goals: "", worries: "",
  quotes: [
    { id: "q1", text: "It came during the rush", lost: false, source: { id: "x1", at: 1_700_000_000_000, channel: "phone", direction: "inbound", title: "", text: "", felt: -1, feltWord: "", stage: "", loopStage: "", purpose: "", people: [{ id: "a", name: "Marisol" }] } },
    { id: "q2", text: "Gone", lost: true, source: null },
  ],
};

const view = (more: Record<string, unknown> = {}) =>
  drawn(<SegmentView segment={cafes} onGone={() => undefined} />, {
    answers: {
      "segments.members": { items: [aRow()], total: 214 }, "segments.plan": plan, "segments.personas": [persona], "segments.quotable": [{ ...persona.quotes[0]?.source, text: "Never again" }],
      "segments.savePlan": plan, "segments.saveTalk": plan, "segments.saveNeed": plan, "segments.savePersona": { id: "p1" }, "segments.saveQuote": { id: "p1" }, "segments.removeTalk": null, ...more,
    },
  });

test("the plan says how close, what they hear and need, and what does not agree", async () => {
  const { user, host, container } = view();
  await user.click(await screen.findByRole("tab", { name: "Plan" }));
  expect(await screen.findByText("They expect “Light”, and you serve them “Close”. One of the two should move.")).toBeTruthy();
  expect(screen.getByText(/Last looked at .* ago/)).toBeTruthy();
  expect(screen.getByText("That is long ago. People change, and rules do not.")).toBeTruthy();
  const hear = screen.getByRole("list", { name: "What they hear from you" });
  expect(within(hear).getAllByRole("listitem").map((row) => row.querySelector("span")?.textContent)).toEqual(["E-mail every 4 weeks", "Post when there is a reason"]);
  await noFaults(container);

  await user.click(screen.getByRole("radio", { name: /^Transactional/ }));
  await waitFor(() => expect(host.lastInput("segments.savePlan")).toEqual({ id: "s1", intensity: "transactional" }));
  await user.click(screen.getByRole("button", { name: "I looked at it today" }));
  await waitFor(() => expect(Object.keys(host.lastInput("segments.savePlan") as object)).toEqual(["id", "lookedOn"]));
  await user.click(screen.getByRole("button", { name: /^What you do about: Supplies in time/ }));
  await user.keyboard("A shelf check{Control>}{Enter}{/Control}");
  await waitFor(() => expect(host.lastInput("segments.saveNeed")).toEqual({ id: "n1", segment: "s1", need: "Supplies in time", action: "A shelf check" }));
  await user.click(screen.getByRole("button", { name: "Add a line" }));
  await user.type(screen.getByRole("textbox", { name: "About what" }), "A card{Enter}");
  await waitFor(() => expect(host.lastInput("segments.saveTalk")).toEqual({ segment: "s1", channel: "email", everyDays: 30, about: "A card" }));
  await user.click(screen.getByRole("button", { name: "Remove: Post, when there is a reason" }));
  await waitFor(() => expect(host.lastInput("segments.removeTalk")).toEqual({ id: "t2" }));
});

test("a persona stands beside the real people, and its evidence is counted", async () => {
  const { user, host, container } = view();
  await user.click(await screen.findByRole("tab", { name: "Personas" }));
  const sheet = await screen.findByRole("article", { name: "Pilar" });
  expect(within(sheet).getByText("evidence: 1")).toBeTruthy();
  expect(within(sheet).getByText("Its touchpoint is gone.")).toBeTruthy();
  expect(await within(sheet).findByText("and 213 more", { exact: false })).toBeTruthy();
  await noFaults(container);
  await user.click(within(sheet).getByRole("button", { name: /^What worries them/ }));
  await user.keyboard("The rent{Control>}{Enter}{/Control}");
  await waitFor(() => expect(host.lastInput("segments.savePersona")).toEqual({ id: "p1", worries: "The rent" }));
  await user.click(within(sheet).getByRole("button", { name: "Keep a quote" }));
  await user.click(await screen.findByRole("button", { name: /Where it was said/ }));
  await user.click(await screen.findByRole("option", { name: /Marisol/ }));
  await user.click(screen.getByRole("button", { name: "Keep it" }));
  await waitFor(() => expect(host.lastInput("segments.saveQuote")).toEqual({ persona: "p1", text: "Never again", touchpoint: "x1" }));
});

test("without personas the page teaches, and the first one is added by its name", async () => {
  const { user, host } = view({ "segments.personas": [] });
  await user.click(await screen.findByRole("tab", { name: "Personas" }));
  expect(await screen.findByText(/a persona without evidence is a guess/)).toBeTruthy();
  await user.type(screen.getByRole("textbox", { name: "Name of a new persona" }), "Anton{Enter}");
  await waitFor(() => expect(host.lastInput("segments.savePersona")).toEqual({ segment: "s1", name: "Anton" }));
});
