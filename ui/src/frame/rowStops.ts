/** A table whose rows hold controls, as one stop of the Tab key: arrows go from row to row, and in a row from control to control. */
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";

const CONTROLS = "button:not([disabled]), a[href], input:not([disabled]), textarea";

/** What can be focused, row by row; whatever stands in no row of the body is left alone. */
const rowsOf = (table: HTMLElement): HTMLElement[][] =>
  [...table.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll<HTMLElement>(CONTROLS)]).filter((row) => row.length > 0);

const writes = (at: Element): boolean => at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && !["radio", "checkbox"].includes(at.type));

export interface RowStops {
  ref: RefObject<HTMLTableElement | null>;
  onKeyDownCapture: (event: KeyboardEvent) => void;
  onFocus: (event: { target: EventTarget }) => void;
}

export function useRowStops(): RowStops {
  const ref = useRef<HTMLTableElement>(null);
  const current = useRef<HTMLElement | null>(null);
  const settle = () => {
    const controls = ref.current ? rowsOf(ref.current).flat() : [];
    const stop = current.current && controls.includes(current.current) ? current.current : controls[0];
    for (const one of controls) {
      const wanted = one === stop ? 0 : -1;
      if (one.tabIndex !== wanted) one.tabIndex = wanted;
    }
  };
  // Whatever was drawn anew stands in the order of its own until it is told.
  useEffect(settle);
  const onFocus = ({ target }: { target: EventTarget }) => {
    if (!(target instanceof HTMLElement) || !target.closest("tbody")) return;
    current.current = target;
    settle();
  };
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const { key, target, currentTarget } = event;
    // A list that opened from a control stands elsewhere, and what is being written has its own arrows.
    if (!(target instanceof HTMLElement) || !currentTarget.contains(target) || writes(target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !ref.current) return;
    const rows = rowsOf(ref.current);
    const row = rows.findIndex((one) => one.includes(target));
    const place = rows[row]?.indexOf(target) ?? -1;
    const to = goal(rows, row, place, key);
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    to.focus();
  };
  return { ref, onKeyDownCapture, onFocus };
}

function goal(rows: readonly HTMLElement[][], row: number, place: number, key: string): HTMLElement | undefined {
  if (row < 0) return undefined;
  const inRow = (at: number) => rows[at]?.[Math.min(place, (rows[at]?.length ?? 1) - 1)];
  switch (key) {
    case "ArrowDown": return inRow(Math.min(row + 1, rows.length - 1));
    case "ArrowUp": return inRow(Math.max(row - 1, 0));
    case "ArrowRight": return rows[row]?.[Math.min(place + 1, (rows[row]?.length ?? 1) - 1)];
    case "ArrowLeft": return rows[row]?.[Math.max(place - 1, 0)];
    case "Home": return inRow(0);
    case "End": return inRow(rows.length - 1);
    default: return undefined;
  }
}
