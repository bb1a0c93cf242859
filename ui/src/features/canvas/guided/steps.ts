/** The way through the questions of a canvas: their order, how far one is, and what is still open. */
import type { Block } from "../../../bindings/Block";
import type { BlockPlan } from "../../../bindings/BlockPlan";
import type { Canvas } from "../../../bindings/Canvas";
import type { Note } from "../../../bindings/Note";
import type { Question } from "../../../bindings/Question";
import { inBlock } from "../notes";

/** One screen of the guided mode. */
export interface GuidedStep {
  block: Block;
  question: Question;
}

/** How a question stands. `noted`: the notes of its block answer it. `unknown`: somebody said that it is not known yet. */
export type StepState = "answered" | "noted" | "unknown" | "open";

/** Who the customer is, then the ideal channels, then the best way to deal with them; other blocks follow as they stand on the sheet. */
const order: readonly Block[] = ["segments", "channels", "relationships"];

/** Questions that ask for names: notes in the block are an answer. */
const naming: readonly Question[] = ["forWhom", "howToSpeak", "whichType"];

export function guidedSteps(blocks: readonly BlockPlan[]): GuidedStep[] {
  const rank = (block: Block) => (order.includes(block) ? order.indexOf(block) : order.length);
  const asked = blocks.filter(({ questions }) => questions.length > 0).sort((one, other) => rank(one.block) - rank(other.block));
  return asked.flatMap(({ block, questions }) => questions.map((question) => ({ block, question })));
}

/** What the note says that stands for a question nobody can answer yet. */
export type OpenText = (question: Question) => string;

/** The note that says of a question that it is not known yet. One that was reworded is a note like any other. */
export const openNote = (notes: readonly Note[], { block, question }: GuidedStep, text: OpenText): Note | undefined =>
  notes.find((note) => note.block === block && note.text === text(question));

/** The question that a note leaves open, if it is such a note. */
export const openQuestion = (blocks: readonly BlockPlan[], note: Note, text: OpenText): Question | undefined =>
  blocks.find(({ block }) => block === note.block)?.questions.find((question) => note.text === text(question));

/** The notes of a block that say something. */
export const sayingNotes = ({ blocks, notes }: Canvas, block: Block, text: OpenText): Note[] =>
  inBlock(notes, block).filter((note) => openQuestion(blocks, note, text) === undefined);

export const answerTo = (canvas: Canvas, question: Question): string => canvas.answers.find((one) => one.question === question)?.text ?? "";

export function stateOf(canvas: Canvas, step: GuidedStep, text: OpenText): StepState {
  if (answerTo(canvas, step.question) !== "") return "answered";
  if (openNote(canvas.notes, step, text)) return "unknown";
  return naming.includes(step.question) && sayingNotes(canvas, step.block, text).length > 0 ? "noted" : "open";
}

export interface Way {
  steps: readonly (GuidedStep & { state: StepState })[];
  /** Answered in words or by notes. */
  answered: number;
  unknown: number;
  open: number;
}

export function wayThrough(canvas: Canvas, text: OpenText): Way {
  const steps = guidedSteps(canvas.blocks).map((step) => ({ ...step, state: stateOf(canvas, step, text) }));
  const count = (...states: readonly StepState[]) => steps.filter(({ state }) => states.includes(state)).length;
  return { steps, answered: count("answered", "noted"), unknown: count("unknown"), open: count("open") };
}

/** The next question after a place that nobody has said anything to, once around; none when there is none. */
export function nextOpen({ steps }: Way, from: number): number | null {
  for (let n = 0; n < steps.length; n += 1) {
    const at = (from + n) % steps.length;
    if (steps[at]?.state === "open") return at;
  }
  return null;
}
