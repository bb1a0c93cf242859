/** The blocks of the canvas as the core sends them, without questions, and notes on them. */
import type { BookAnswers } from "../bindings/BookAnswers";
import type { Note } from "../bindings/Note";
import { blankNote } from "../features/canvas/actions";
import type { BlockPlan } from "../bindings/BlockPlan";

const abouts: Partial<Record<BlockPlan["block"], BlockPlan["about"]>> = { segments: "segment", channels: "channel", relationships: "relation" };
const plan = (block: BlockPlan["block"], column: number, row: number, columns: number, rows: number): BlockPlan => ({ block, area: { column, row, columns, rows }, questions: [], about: abouts[block] ?? null, name: null, hint: null, aside: false });
export const blocks: BlockPlan[] = [
  plan("partners", 1, 1, 2, 2), plan("activities", 3, 1, 2, 1), plan("resources", 3, 2, 2, 1), plan("value", 5, 1, 2, 2), plan("relationships", 7, 1, 2, 1),
  plan("channels", 7, 2, 2, 1), plan("segments", 9, 1, 2, 2), plan("costs", 1, 3, 5, 1), plan("revenue", 6, 3, 5, 1),
];

/** A note that says its id. */
export const aNote = (id: string, block: Note["block"], more: Partial<Note> = {}): Note => ({ id, block, text: id, ...blankNote, ...more });

/** A book that has nothing to answer yet. */
export const noAnswers: BookAnswers = { spent: [], returned: [], segments: [], crossed: [], written: 0, left: 0, relationships: 0, integrated: 0 };
