/** The notes of a canvas as lists: who stands in a block, and where a note stands after it was moved. */
import type { Block } from "../../bindings/Block";
import type { Canvas } from "../../bindings/Canvas";
import type { MoveNote } from "../../bindings/MoveNote";
import type { Note } from "../../bindings/Note";

/** The notes that belong with a note, in the order of the sheet. */
export function linkedWith({ notes, links }: Pick<Canvas, "notes" | "links">, id: string): Note[] {
  const others = new Set(links.flatMap(({ a, b }) => (a === id ? [b] : b === id ? [a] : [])));
  return notes.filter((note) => others.has(note.id));
}

export const inBlock = (notes: readonly Note[], block: Block): Note[] => notes.filter((note) => note.block === block);

/** The notes with one more, behind another one of its block or at the block's end. */
export function behind(notes: readonly Note[], note: Note, after: string | null): Note[] {
  const at = notes.findIndex((one) => one.id === after);
  return at < 0 ? [...notes, note] : [...notes.slice(0, at + 1), note, ...notes.slice(at + 1)];
}

/** A place: in front of a note of the block, or at its end. */
export interface Place {
  block: Block;
  before: string | null;
}

/** What to ask for so that the note comes to stand there; nothing when it stands there already. */
export function moveTo(notes: readonly Note[], id: string, { block, before }: Place): MoveNote | null {
  const note = notes.find((one) => one.id === id);
  if (!note || before === id) return null;
  if (note.block === block) {
    const standing = inBlock(notes, block);
    const next = standing[standing.findIndex((one) => one.id === id) + 1];
    if ((next?.id ?? null) === before) return null;
  }
  return before === null ? { id, block } : { id, block, before };
}

/** The place one up or one down in its block; nothing at either end. */
export function stepped(notes: readonly Note[], id: string, by: -1 | 1): Place | null {
  const block = notes.find((one) => one.id === id)?.block;
  if (!block) return null;
  const standing = inBlock(notes, block);
  const at = standing.findIndex((one) => one.id === id);
  if (by === -1) return at > 0 ? { block, before: standing[at - 1]?.id ?? null } : null;
  return at < standing.length - 1 ? { block, before: standing[at + 2]?.id ?? null } : null;
}

/** The notes as they will stand, to show the move before the core has answered. */
export function moved(notes: readonly Note[], id: string, { block, before }: Place): Note[] {
  const note = notes.find((one) => one.id === id);
  if (!note) return [...notes];
  const others = notes.filter((one) => one.id !== id);
  const at = before === null ? -1 : others.findIndex((one) => one.id === before);
  const there = { ...note, block };
  return at < 0 ? [...others, there] : [...others.slice(0, at), there, ...others.slice(at)];
}
