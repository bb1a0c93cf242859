/** Dragging a note by the mouse. Pointer events, because a window that takes dropped files leaves the page no drag events on some systems. */
import { type PointerEvent as Pointed, useEffect, useEffectEvent, useState } from "react";
import type { Block } from "../../bindings/Block";
import type { Place } from "./notes";

/** As far as the pointer must travel before a press becomes a drag. */
const SLACK = 5;
/** Near an edge of a block its notes scroll. */
const EDGE = 28;

interface Held {
  id: string;
  x: number;
  y: number;
  moved: boolean;
  over: Place | null;
}

export interface NoteDrag {
  held: { id: string; x: number; y: number; over: Place | null } | null;
  onPointerDown: (event: Pointed) => void;
}

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

export function useNoteDrag(onDrop: (id: string, to: Place) => void): NoteDrag {
  const [held, setHeld] = useState<Held | null>(null);
  const follow = useEffectEvent((event: PointerEvent) => {
    if (!held) return;
    const far = held.moved || Math.hypot(event.clientX - held.x, event.clientY - held.y) > SLACK;
    if (!far) return;
    event.preventDefault();
    setHeld({ ...held, moved: true, x: event.clientX, y: event.clientY, over: placeAt(event.clientX, event.clientY) });
  });
  const drop = useEffectEvent(() => {
    if (held?.moved && held.over) onDrop(held.id, held.over);
    setHeld(null);
  });
  const leave = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    setHeld(null);
  });
  const holds = held !== null;
  useEffect(() => {
    if (!holds) return;
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener("pointermove", follow, { signal });
    window.addEventListener("pointerup", drop, { signal });
    window.addEventListener("pointercancel", () => setHeld(null), { signal });
    window.addEventListener("keydown", leave, { signal, capture: true });
    return () => stop.abort();
  }, [holds]);
  return {
    held: held?.moved ? held : null,
    onPointerDown: (event) => {
      // A finger scrolls the block; it moves notes by their menu.
      if (event.button !== 0 || event.pointerType === "touch" || !(event.target instanceof Element)) return;
      if (event.target.closest("button, textarea, a")) return;
      const id = event.target.closest<HTMLElement>("[data-note]")?.dataset["note"];
      if (id) setHeld({ id, x: event.clientX, y: event.clientY, moved: false, over: null });
    },
  };
}
