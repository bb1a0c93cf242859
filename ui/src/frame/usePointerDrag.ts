/** Dragging by the mouse. Pointer events, because a window that takes dropped files leaves the page no drag events on some systems. */
import { type PointerEvent as Pointed, useEffect, useEffectEvent, useState } from "react";

/** As far as the pointer must travel before a press becomes a drag. */
const SLACK = 5;

/** What is dragged, where the pointer is, and where it would come to stand. */
export interface Held<What, Place> {
  what: What;
  x: number;
  y: number;
  over: Place | null;
}

export interface PointerDrag<What, Place> {
  held: Held<What, Place> | null;
  onPointerDown: (event: Pointed) => void;
}

export interface PointerDragOptions<What, Place> {
  /** What was pressed, as far as it can be dragged. */
  pick: (pressed: Element) => What | null;
  /** The place that the pointer is over; near an edge this is where it scrolls. */
  over: (what: What, x: number, y: number) => Place | null;
  /** Let go, with or without a place below. */
  onDrop: (what: What, to: Place | null) => void;
}

export function usePointerDrag<What, Place>({ pick, over, onDrop }: PointerDragOptions<What, Place>): PointerDrag<What, Place> {
  const [held, setHeld] = useState<(Held<What, Place> & { moved: boolean }) | null>(null);
  const follow = useEffectEvent((event: PointerEvent) => {
    if (!held) return;
    const { clientX: x, clientY: y } = event;
    if (!held.moved && Math.hypot(x - held.x, y - held.y) <= SLACK) return;
    event.preventDefault();
    setHeld({ what: held.what, moved: true, x, y, over: over(held.what, x, y) });
  });
  const drop = useEffectEvent(() => {
    if (held?.moved) onDrop(held.what, held.over);
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
      // A finger scrolls; it moves things by their menu.
      if (event.button !== 0 || event.pointerType === "touch" || !(event.target instanceof Element)) return;
      const what = pick(event.target);
      if (what !== null) setHeld({ what, x: event.clientX, y: event.clientY, moved: false, over: null });
    },
  };
}
