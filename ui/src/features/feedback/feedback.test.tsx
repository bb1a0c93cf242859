/** Doubts and reasons on a person's page, by mouse and keyboard (rows M082 and M007). */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Doubt } from "../../bindings/Doubt";
import type { ReasonGiven } from "../../bindings/ReasonGiven";
import { doAction } from "../../frame/actions";
import { drawn } from "../../test/drawn";
import { onFixedDay } from "../../test/fixedDay";
import { noFaults } from "../../test/noFaults";
import { ago, aPerson, aTouch } from "../../test/people";
import { FeedbackPanel } from "./FeedbackPanel";
import { OpenDoubts } from "./OpenDoubts";

const person = { id: "p1", name: "Marisol Reyes Ibarra" };
const open: Doubt = { id: "d1", person, text: "Will the box fit?", raisedOn: "2026-11-03", said: { touchpoint: "t1", at: ago(20), channel: "inPerson", inPerson: true }, answer: "", clearedOn: null, complaint: false };
const cleared: Doubt = { ...open, id: "d2", text: "Too dear?", raisedOn: "2026-09-01", said: null, answer: "One box less", clearedOn: "2026-09-08" };
const reason: ReasonGiven = { id: "r1", person, outcome: "stayed", text: "Ines knows my shelf", theme: "One person", competitor: "Cupworks", day: "2026-10-01", said: null };

function side(doubts: Doubt[], reasons: ReasonGiven[] = []) {
  return drawn(<><OpenDoubts person={aPerson()} /><FeedbackPanel person={aPerson()} /></>, {
    answers: {
      "feedback.doubts": () => ({ items: doubts, total: doubts.length }),
      "feedback.reasons": () => ({ items: reasons, total: reasons.length }),
      "feedback.reasonWords": () => ({ themes: ["One person"], competitors: ["Cupworks"] }),
      "feedback.saveDoubt": () => open,
      "feedback.clearDoubt": () => cleared,
      "feedback.reopenDoubt": () => open,
      "feedback.saveReason": () => reason,
      "feedback.removeReason": () => null,
      "touchpoints.timeline": () => ({ items: [aTouch({ id: "t9", at: ago(2) })], total: 1 }),
      "vault.nextSteps": () => ({ undo: null, redo: null }),
    },
  });
}

onFixedDay();

test("an open doubt is cleared where it stands: one press, the answer, Enter", async () => {
  const { user, host, container } = side([open, cleared]);
  const list = await screen.findByRole("list", { name: "Open doubts of Marisol Reyes Ibarra" });
  expect(within(list).getByText("open for 3 weeks")).toBeTruthy();
  expect(within(list).getByText("in person")).toBeTruthy();
  await noFaults(container);
  await user.click(within(list).getByRole("button", { name: /^Clear: .*Will the box fit/ }));
  await user.keyboard("By two centimetres{Enter}");
  await waitFor(() => expect(host.lastInput("feedback.clearDoubt")).toEqual({ id: "d1", answer: "By two centimetres" }));
});

test("the keys note a doubt and clear the oldest; a cleared one is shown and opened again", async () => {
  const { user, host } = side([open, cleared]);
  await screen.findByRole("list", { name: "Open doubts of Marisol Reyes Ibarra" });
  doAction("feedback.clear");
  await user.type(await screen.findByLabelText("What did you answer?"), "Yes{Escape}");
  expect(host.lastInput("feedback.clearDoubt")).toBeUndefined();
  doAction("feedback.clear");
  await user.type(await screen.findByLabelText("What did you answer?"), "{Enter}");
  await waitFor(() => expect(host.lastInput("feedback.clearDoubt")).toEqual({ id: "d1", answer: "Yes" }));
  await user.click(screen.getByRole("button", { name: "1 that is cleared" }));
  await user.click(screen.getByRole("button", { name: /^Open again: .*Too dear/ }));
  await waitFor(() => expect(host.lastInput("feedback.reopenDoubt")).toEqual({ id: "d2" }));
});

test("a doubt takes the day of the touchpoint in which it was said", async () => {
  const { user, host } = side([]);
  await screen.findByText("No doubt is open.");
  await user.click(await screen.findByRole("button", { name: "Note a doubt of Marisol Reyes Ibarra" }));
  const sheet = await screen.findByRole("dialog", { name: "Note a doubt" });
  await user.click(screen.getByRole("button", { name: "Note it" }));
  expect(await within(sheet).findByText("Say what the doubt is.")).toBeTruthy();
  await user.type(within(sheet).getByLabelText("What are they not sure of?"), "Who repairs it?");
  await user.click(within(sheet).getByRole("button", { name: /Said in/ }));
  await user.click(await screen.findByRole("option", { name: /Call, 21 Nov/ }));
  await user.click(screen.getByRole("button", { name: "Note it" }));
  await waitFor(() => expect(host.lastInput("feedback.saveDoubt")).toEqual({ person: "p1", text: "Who repairs it?", raisedOn: "2026-11-21", touchpoint: "t9", answer: "", complaint: false }));
});

test("a reason is noted with a theme and a competitor that were named before", async () => {
  const { user, host, container } = side([], [reason]);
  const list = await screen.findByRole("list", { name: "Reasons of Marisol Reyes Ibarra" });
  expect(within(list).getByText("why they stayed")).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Note a reason" }));
  const sheet = await screen.findByRole("dialog", { name: "Note a reason" });
  await user.click(within(sheet).getByRole("radio", { name: "left" }));
  await user.type(within(sheet).getByLabelText("The reason, in their words"), "Too far away");
  await user.type(within(sheet).getByRole("combobox", { name: "Whom else they looked at" }), "cup");
  await user.click(await screen.findByRole("option", { name: "Cupworks" }));
  await user.click(screen.getByRole("button", { name: "Note it" }));
  await waitFor(() => expect(host.lastInput("feedback.saveReason")).toEqual({ person: "p1", outcome: "left", text: "Too far away", theme: "", competitor: "Cupworks", day: "2026-11-23", touchpoint: "" }));
});
