/** Questions and dossiers, by mouse and keyboard (rows M083, M084 and M086). */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { CustomerQuestion } from "../../bindings/CustomerQuestion";
import type { Dossier } from "../../bindings/Dossier";
import { drawn } from "../../test/drawn";
import { onFixedDay } from "../../test/fixedDay";
import { noFaults } from "../../test/noFaults";
import { aPerson } from "../../test/people";
import { DossierPanel } from "./DossierPanel";
import { LateDossiers } from "./LateDossiers";
import { QuestionsView } from "./QuestionsView";
import { WhatTheyAsk } from "./WhatTheyAsk";

const person = { id: "p1", name: "Marisol Reyes Ibarra" };
const gap: CustomerQuestion = { id: "q1", text: "When do you deliver?", answer: "", foundAt: "", asked: 3, lastAsked: "2026-11-19", gap: true };
const dossier: Dossier = {
  id: "d1", person, title: "The new bar", owner: "Mara", expectedDays: 30, startedOn: "2026-10-01", closedOn: null, outcome: "", days: 53, overDays: 23, longMissing: ["Floor plan"],
  steps: [{ id: "s1", text: "Measure", doneOn: "2026-10-03" }, { id: "s2", text: "Offer", doneOn: null }],
  papers: [{ id: "a1", name: "Floor plan", state: "missing", since: "2026-10-02" }],
};
const answers = {
  "feedback.questions": () => ({ items: [gap], total: 1 }),
  "feedback.question": () => ({ question: gap, askings: [{ id: "k1", day: "2026-11-19", person, said: null }] }),
  "feedback.saveQuestion": () => ({ ...gap, id: "q2" }),
  "feedback.askedAgain": () => ({ question: gap, askings: [] }),
  "feedback.removeAsking": () => ({ question: gap, askings: [] }),
  "feedback.dossiers": () => ({ items: [dossier], total: 1 }),
  "feedback.lateDossiers": () => [dossier],
  "feedback.saveDossier": () => dossier,
  "feedback.closeDossier": () => dossier,
  "feedback.saveStep": () => dossier,
  "feedback.moveStep": () => dossier,
  "feedback.savePaper": () => dossier,
  "touchpoints.timeline": () => ({ items: [], total: 0 }),
};

onFixedDay();

test("a gap says so, gets its answer where it stands, and shows who asked", async () => {
  const { user, host, container } = drawn(<QuestionsView />, { answers });
  expect(await screen.findByText("a gap: found nowhere")).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: /^Where they find it themselves/ }));
  await user.keyboard("on the box{Enter}");
  await waitFor(() => expect(host.lastInput("feedback.saveQuestion")).toEqual({ id: "q1", foundAt: "on the box" }));
  await user.click(screen.getByRole("button", { name: /^Who asked/ }));
  const who = await screen.findByRole("list", { name: "Who asked: When do you deliver?" });
  await user.click(within(who).getByRole("button", { name: /^Do not count/ }));
  await waitFor(() => expect(host.lastInput("feedback.removeAsking")).toEqual({ id: "k1" }));
  await user.click(screen.getByRole("radio", { name: "1 gap" }));
  await waitFor(() => expect(host.lastInput("feedback.questions")).toMatchObject({ gaps: true }));
});

test("what a person asked is counted; new words are a new question", async () => {
  const { user, host } = drawn(<WhatTheyAsk person={aPerson()} />, { answers });
  await user.click(await screen.findByRole("button", { name: "They asked" }));
  const sheet = await screen.findByRole("dialog", { name: "They asked" });
  await user.type(within(sheet).getByRole("combobox", { name: /What did they ask/ }), "Who repairs it?");
  await user.keyboard("{Escape}");
  await user.click(within(sheet).getByRole("button", { name: "Count it" }));
  await waitFor(() => expect(host.lastInput("feedback.saveQuestion")).toEqual({ text: "Who repairs it?" }));
  await waitFor(() => expect(host.lastInput("feedback.askedAgain")).toEqual({ question: "q2", person: "p1", touchpoint: "", day: "2026-11-23" }));
});

test("a dossier's steps are ticked and moved, its papers followed, and it is closed", async () => {
  const { user, host, container } = drawn(<DossierPanel person={aPerson()} />, { answers });
  expect(await screen.findByText("23 days longer than expected")).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("checkbox", { name: "Done: Offer" }));
  await waitFor(() => expect(host.lastInput("feedback.saveStep")).toEqual({ id: "s2", doneOn: "2026-11-23" }));
  await user.click(screen.getByRole("button", { name: /^Up: .*Offer/ }));
  await waitFor(() => expect(host.lastInput("feedback.moveStep")).toEqual({ id: "s2", before: "s1" }));
  await user.type(screen.getByRole("textbox", { name: "A paper for The new bar" }), "Lease{Enter}");
  await waitFor(() => expect(host.lastInput("feedback.savePaper")).toEqual({ dossier: "d1", name: "Lease" }));
  await user.click(screen.getByRole("button", { name: /Where .*Floor plan/ }));
  await user.click(await screen.findByRole("option", { name: "received" }));
  await waitFor(() => expect(host.lastInput("feedback.savePaper")).toEqual({ id: "a1", state: "received" }));
  await user.type(screen.getByRole("textbox", { name: "A new dossier" }), "A mortgage{Enter}");
  await waitFor(() => expect(host.lastInput("feedback.saveDossier")).toEqual({ person: "p1", title: "A mortgage" }));
  await user.click(screen.getByRole("button", { name: /^Close it: / }));
  await waitFor(() => expect(host.lastInput("feedback.closeDossier")).toEqual({ id: "d1" }));
});

test("Today tells of what is late", async () => {
  const { container } = drawn(<LateDossiers day="2026-11-23" />, { answers });
  expect(await screen.findByRole("link", { name: "Marisol Reyes Ibarra" })).toBeTruthy();
  expect(screen.getByText("missing for more than a week: Floor plan")).toBeTruthy();
  await noFaults(container);
});
