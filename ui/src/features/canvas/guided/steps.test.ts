/** The order of the questions, how each stands, and what is open next. */
import { expect, test } from "vitest";
import type { BlockPlan } from "../../../bindings/BlockPlan";
import type { Canvas } from "../../../bindings/Canvas";
import type { Note } from "../../../bindings/Note";
import { aNote, blocks as plain } from "../../../test/canvas";
import { guidedSteps, nextOpen, openQuestion, sayingNotes, stateOf, wayThrough } from "./steps";

const asked: Partial<Record<string, BlockPlan["questions"]>> = {
  relationships: ["sameForAll", "whichType", "whatCost", "integrated"],
  channels: ["howToSpeak", "joinedUp", "mostEfficient"],
  segments: ["forWhom", "mostRelevant", "traditional", "betterGroups"],
};
const blocks = plain.map((plan) => ({ ...plan, questions: asked[plan.block] ?? [] }));
const openText = (question: string) => `Open: ${question}`;
const note = (block: Note["block"], text: string): Note => aNote(text, block);
const canvas = (notes: Note[], answers: Canvas["answers"] = []): Canvas => ({ blocks, notes, answers }) as unknown as Canvas;

test("the eleven questions come in the order of the seed: segments, channels, relationships", () => {
  const steps = guidedSteps(blocks);
  expect(steps.map(({ block }) => block)).toEqual([...Array(4).fill("segments"), ...Array(3).fill("channels"), ...Array(4).fill("relationships")]);
  expect(steps.map(({ question }) => question)).toEqual([...asked["segments"]!, ...asked["channels"]!, ...asked["relationships"]!]);
});

test("blocks of another kind of canvas follow the three as they stand on the sheet", () => {
  const other = [{ ...plain[0]!, questions: ["integrated" as const] }, { ...plain[5]!, questions: ["howToSpeak" as const] }];
  expect(guidedSteps(other).map(({ block }) => block)).toEqual(["channels", "partners"]);
  expect(guidedSteps(plain)).toEqual([]);
});

test("a question is answered in words, by notes where it asks for names, or said to be unknown", () => {
  const step = { block: "segments" as const, question: "forWhom" as const };
  const other = { block: "segments" as const, question: "traditional" as const };
  const cafes = note("segments", "Cafés");
  expect(stateOf(canvas([]), step, openText)).toBe("open");
  expect(stateOf(canvas([cafes]), step, openText)).toBe("noted");
  expect(stateOf(canvas([cafes]), other, openText)).toBe("open");
  expect(stateOf(canvas([note("segments", "Open: traditional")]), other, openText)).toBe("unknown");
  expect(stateOf(canvas([note("segments", "Open: traditional")]), step, openText)).toBe("open");
  expect(stateOf(canvas([note("channels", "Open: traditional")]), other, openText)).toBe("open");
  expect(stateOf(canvas([note("segments", "Open: traditional")], [{ question: "traditional", text: "Old ones." }]), other, openText)).toBe("answered");
});

test("a note that says only that something is unknown names nobody", () => {
  const unknown = note("segments", "Open: traditional");
  const notes = [note("segments", "Cafés"), unknown, note("channels", "Open: traditional")];
  expect(sayingNotes(canvas(notes), "segments", openText).map(({ text }) => text)).toEqual(["Cafés"]);
  expect(sayingNotes(canvas(notes), "channels", openText)).toHaveLength(1);
  expect(openQuestion(blocks, unknown, openText)).toBe("traditional");
});

test("the next open question is looked for once around", () => {
  const way = wayThrough(canvas([note("segments", "Open: forWhom")], [{ question: "mostRelevant", text: "x" }]), openText);
  expect([way.answered, way.unknown, way.open]).toEqual([1, 1, 9]);
  expect(nextOpen(way, 0)).toBe(2);
  expect(nextOpen(way, 11)).toBe(2);
  const done = wayThrough(canvas([], guidedSteps(blocks).map(({ question }) => ({ question, text: "x" }))), openText);
  expect(nextOpen(done, 4)).toBeNull();
});
