/** Dragging a step or a stage by the mouse. Pointer events, as on the canvas: a window that takes dropped files leaves the page no others. */
import { type PointerEvent as Pointed, useEffect, useEffectEvent, useState } from "react";
import type { Spot } from "./walk";

/** As far as the pointer must travel before a press becomes a drag. */
const SLACK = 5;
/** Near an edge of the map it scrolls. */
const EDGE = 40;

/** Where it would come to stand: in front of a step or stage, or at the end. */
export interface MapPlace {
  stage: string;
  /** In front of this step (or stage, when a stage is dragged); nothing: at the end. */
  before: string | null;
}

interface Held extends Spot {
  x: number;
  y: number;
  moved: boolean;
  over: MapPlace | null;
}

export interface MapDrag {
  held: Held | null;
  onPointerDown: (event: Pointed) => void;
}

/** Whatever stands under the pointer counts by its column alone: elements carry `data-in` (their stage) and `data-column` (what they are). */
function placeAt(root: HTMLElement, x: number, stages: boolean): MapPlace | null {
  const { left, right } = root.getBoundingClientRect();
  if (x < left + EDGE) root.scrollBy(-14, 0);
  else if (x > right - EDGE) root.scrollBy(14, 0);
  const all = [...root.querySelectorAll<HTMLElement>(stages ? "[data-column=stage]" : "[data-column=step]")];
  const at = all.findIndex((one) => {
    const box = one.getBoundingClientRect();
    return x >= box.left && x < box.right;
  });
  const one = all[at];
  if (!one) return null;
  const box = one.getBoundingClientRect();
  const next = x < box.left + box.width / 2 ? one : all[at + 1];
  const stage = one.dataset["in"] ?? "";
  if (stages) return { stage, before: next?.dataset["in"] ?? null };
  return { stage, before: next?.dataset["in"] === stage ? (next.dataset["step"] ?? null) : null };
}

/** `root` names the element that scrolls. */
export function useMapDrag(root: () => HTMLElement | null, onDrop: (held: Spot, to: MapPlace) => void): MapDrag {
  const [held, setHeld] = useState<Held | null>(null);
  const follow = useEffectEvent((event: PointerEvent) => {
    const box = root();
    if (!held || !box) return;
    if (!held.moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) <= SLACK) return;
    event.preventDefault();
    setHeld({ ...held, moved: true, x: event.clientX, y: event.clientY, over: placeAt(box, event.clientX, held.step === null) });
  });
  const drop = useEffectEvent(() => {
    if (held?.moved) {
      // The press ends in a click on what was dragged, which would open it.
      const swallow = (event: MouseEvent) => event.stopPropagation();
      window.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
      if (held.over) onDrop(held, held.over);
    }
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
      // A finger scrolls the map; it moves steps by their menu.
      if (event.button !== 0 || event.pointerType === "touch" || !(event.target instanceof Element)) return;
      if (event.target.closest("button, input, textarea")) return;
      const column = event.target.closest<HTMLElement>("[data-column]");
      if (!column?.querySelector("[data-spot]")) return;
      const step = column.dataset["column"] === "step" ? (column.dataset["step"] ?? null) : null;
      setHeld({ stage: column.dataset["in"] ?? "", step, x: event.clientX, y: event.clientY, moved: false, over: null });
    },
  };
}
