/** Lines on the sheet from the note one is on to those that belong with it. They follow scrolling and resizing. */
import { type RefObject, useLayoutEffect, useState } from "react";
import type { Canvas } from "../../bindings/Canvas";
import css from "./links.module.css";
import { linkedWith } from "./notes";

interface Line {
  id: string;
  path: string;
  end: [number, number];
}

export function LinkLines({ canvas, from, root }: { canvas: Canvas; from: string | null; root: RefObject<HTMLElement | null> }) {
  const [lines, setLines] = useState<readonly Line[]>([]);
  const to = from === null ? "" : linkedWith(canvas, from).map(({ id }) => id).join(" ");
  useLayoutEffect(() => {
    const sheet = root.current;
    if (!sheet) return;
    const draw = () => setLines(from === null || to === "" ? [] : linesOf(sheet, from, to.split(" ")));
    draw();
    if (to === "") return;
    const sizes = new ResizeObserver(draw);
    sizes.observe(sheet);
    sheet.addEventListener("scroll", draw, true);
    return () => {
      sizes.disconnect();
      sheet.removeEventListener("scroll", draw, true);
    };
  }, [canvas, from, to, root]);
  if (lines.length === 0) return null;
  return (
    <svg className={css.lines} aria-hidden>
      {lines.map(({ id, path, end: [x, y] }) => <g key={id}><path d={path} /><circle cx={x} cy={y} r={3} /></g>)}
    </svg>
  );
}

/** From the nearer side of one note to the nearer side of the other. Notes that are scrolled out of their block have no line. */
function linesOf(sheet: HTMLElement, from: string, to: readonly string[]): Line[] {
  const box = sheet.getBoundingClientRect();
  const place = (id: string): DOMRect | null => {
    const note = sheet.querySelector(`[data-note="${CSS.escape(id)}"]`);
    const block = note?.closest("[data-block]")?.getBoundingClientRect();
    const rect = note?.getBoundingClientRect();
    return rect && block && rect.bottom > block.top && rect.top < block.bottom ? rect : null;
  };
  const start = place(from);
  if (!start) return [];
  const middle = (rect: DOMRect) => rect.top + rect.height / 2 - box.top;
  return to.flatMap((id) => {
    const end = place(id);
    if (!end) return [];
    const right = end.left >= start.right;
    const left = end.right <= start.left;
    const x1 = (right || !left ? start.right : start.left) - box.left;
    const x2 = (left || !right ? end.right : end.left) - box.left;
    const [y1, y2] = [middle(start), middle(end)];
    const bend = Math.max(24, Math.abs(x2 - x1) / 2);
    const [out, back] = [right || !left ? x1 + bend : x1 - bend, left || !right ? x2 + bend : x2 - bend];
    return [{ id, path: `M ${x1} ${y1} C ${out} ${y1} ${back} ${y2} ${x2} ${y2}`, end: [x2, y2] as [number, number] }];
  });
}
