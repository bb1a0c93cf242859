/** Dragging a note by the mouse to a place in a block. */
import type { Block } from "../../bindings/Block";
import { type PointerDrag, usePointerDrag } from "../../frame/usePointerDrag";
import type { Place } from "./notes";

/** Near an edge of a block its notes scroll. */
const EDGE = 28;

/** Which place lies under the pointer: elements carry `data-block` and `data-note`. */
function placeAt(x: number, y: number): Place | null {
  const box = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-block]");
  if (!box) return null;
  const notes = [...box.querySelectorAll<HTMLElement>("[data-note]")];
  const before = notes.find((note) => {
    const { top, height } = note.getBoundingClientRect();
    return y < top + height / 2;
  });
  const { top, bottom } = box.getBoundingClientRect();
  if (y < top + EDGE) box.scrollBy(0, -12);
  else if (y > bottom - EDGE) box.scrollBy(0, 12);
  return { block: box.dataset["block"] as Block, before: before?.dataset["note"] ?? null };
}

/** The id of the note that was pressed; what can be pressed on it keeps its own press. */
const noteAt = (pressed: Element): string | null =>
  pressed.closest("button, textarea, a") ? null : (pressed.closest<HTMLElement>("[data-note]")?.dataset["note"] ?? null);

export const useNoteDrag = (onDrop: (id: string, to: Place) => void): PointerDrag<string, Place> =>
  usePointerDrag({ pick: noteAt, over: (_, x, y) => placeAt(x, y), onDrop: (id, to) => to && onDrop(id, to) });
