/** Dragging a step or a stage by the mouse. */
import { type PointerDrag, usePointerDrag } from "../../frame/usePointerDrag";
import type { Spot } from "./walk";

/** Near an edge of the map it scrolls. */
const EDGE = 40;

/** Where it would come to stand: in front of a step or stage, or at the end. */
export interface MapPlace {
  stage: string;
  /** In front of this step (or stage, when a stage is dragged); nothing: at the end. */
  before: string | null;
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

/** The step or stage whose column was pressed; what can be pressed in it keeps its own press. */
function spotAt(pressed: Element): Spot | null {
  if (pressed.closest("button, input, textarea")) return null;
  const column = pressed.closest<HTMLElement>("[data-column]");
  if (!column?.querySelector("[data-spot]")) return null;
  return { stage: column.dataset["in"] ?? "", step: column.dataset["column"] === "step" ? (column.dataset["step"] ?? null) : null };
}

/** The press ends in a click on what was dragged, which would open it. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
}

/** `root` names the element that scrolls. */
export function useMapDrag(root: () => HTMLElement | null, onDrop: (held: Spot, to: MapPlace) => void): PointerDrag<Spot, MapPlace> {
  return usePointerDrag({
    pick: spotAt,
    over: (spot, x) => {
      const box = root();
      return box && placeAt(box, x, spot.step === null);
    },
    onDrop: (spot, to) => {
      swallowClick();
      if (to) onDrop(spot, to);
    },
  });
}
