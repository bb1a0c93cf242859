/** The voice sheet: lines are added and taken out, a rule is kept when its examples hold, and says which do not. */
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { VoiceSheet } from "../../bindings/VoiceSheet";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { QuietSection } from "./QuietSection";
import { emptyRule } from "./voiceWords";
import { VoicePage } from "./VoicePage";

const sheet: VoiceSheet = {
  lines: [{ id: "l1", kind: "signOff", text: "Until soon" }],
  rules: [{ id: "r1", rule: { ...emptyRule, words: ["cheap"], message: "Say what it is worth." } }],
};

test("lines of the sheet are added and taken out", async () => {
  const { host, user, container } = drawn(<VoicePage />, { answers: { "drafts.voice": sheet, "drafts.saveVoiceLine": sheet, "drafts.removeVoiceLine": sheet } });
  const value = await screen.findByRole("textbox", { name: "A value" });
  await user.type(value, "Plain words{Enter}");
  await waitFor(() => expect(host.lastInput("drafts.saveVoiceLine")).toEqual({ kind: "value", text: "Plain words" }));
  await user.click(screen.getByRole("button", { name: "Take out “Until soon”" }));
  await waitFor(() => expect(host.lastInput("drafts.removeVoiceLine")).toEqual({ id: "l1" }));
  await noFaults(container);
});

test("a rule is not saved when an example says something else", async () => {
  const { host, user, container } = drawn(<VoicePage />, { answers: { "drafts.voice": sheet, "drafts.saveVoiceRule": { sheet, failed: ["a cheap shot"] } } });
  await user.click(await screen.findByRole("button", { name: "New rule" }));
  await user.type(await screen.findByRole("textbox", { name: "Words or phrases, one a line" }), "bargain");
  await user.type(screen.getByRole("textbox", { name: "Why, in a sentence" }), "Not ours");
  await user.type(screen.getByRole("textbox", { name: "Examples in which it must not, one a line" }), "a cheap shot");
  await user.click(screen.getByRole("button", { name: "Save rule" }));
  await waitFor(() => expect(host.lastInput("drafts.saveVoiceRule")).toEqual({ rule: { ...emptyRule, words: ["bargain"], message: "Not ours", good: ["a cheap shot"] } }));
  expect(await screen.findByText("Not saved: the rule does not do what these examples say.")).toBeTruthy();
  await noFaults(container);
});

test("Settings shows where the coach keeps quiet, and lets it speak again", async () => {
  const { host, user, container } = drawn(<QuietSection />, {
    answers: { "drafts.quiet": [{ id: "q1", check: "MC39", kind: "offer" }, { id: "q2", check: "MC41", kind: null }], "drafts.speakAgain": [] },
  });
  expect(await screen.findByText("pressure: in letters of the kind “Offer”")).toBeTruthy();
  expect(screen.getByText("empty phrases: in all letters")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Speak again about pressure" }));
  await waitFor(() => expect(host.lastInput("drafts.speakAgain")).toEqual({ id: "q1" }));
  await noFaults(container);
});
