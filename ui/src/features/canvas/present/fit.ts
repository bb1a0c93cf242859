/** How notes are laid out so that none is cut: fewer and larger, then more columns, then smaller letters, then pages. */

import type { BlockPlan } from "../../../bindings/BlockPlan";

/** So many columns with letters of so many pixels. */
export interface Rung {
  columns: number;
  size: number;
}

/** Which notes stand on a page, column by column, by their numbers. */
export type PageOfNotes = readonly (readonly number[])[];

/** From the largest to the smallest, for a stage of usual size. */
const ladder: readonly Rung[] = [
  { columns: 1, size: 40 },
  { columns: 1, size: 34 },
  { columns: 2, size: 30 },
  { columns: 2, size: 26 },
  { columns: 3, size: 22 },
  { columns: 3, size: 19 },
  { columns: 4, size: 17 },
];
const USUAL_WIDTH = 1200;
const USUAL_HEIGHT = 640;
/** Smaller letters are not read from a chair. */
const SMALLEST = 15;
/** A column is never narrower than so many letters' sizes. */
const NARROWEST = 12;

/** What to try on a stage of this size, the largest letters first; at least one. */
export function rungsFor(width: number, height: number): Rung[] {
  const by = Math.min(1.6, Math.max(0.6, Math.min(width / USUAL_WIDTH, height / USUAL_HEIGHT)));
  const rungs = ladder
    .map(({ columns, size }) => ({ columns, size: Math.max(SMALLEST, Math.round(size * by)) }))
    .filter(({ columns, size }) => columns === 1 || width / columns >= size * NARROWEST);
  return rungs.length > 0 ? rungs : [{ columns: 1, size: SMALLEST }];
}

/** Puts notes of these heights into columns of a stage, one after the other; as many pages as that needs. */
export function pack(heights: readonly number[], columns: number, room: number, gap: number): PageOfNotes[] {
  const pages: number[][][] = [];
  let column: number[] = [];
  let used = 0;
  const newColumn = () => {
    const page = pages.at(-1);
    column = [];
    used = 0;
    if (page && page.length < columns) page.push(column);
    else pages.push([column]);
  };
  heights.forEach((height, n) => {
    const wanted = used === 0 ? height : used + gap + height;
    if (pages.length === 0 || (column.length > 0 && wanted > room)) newColumn();
    used = used === 0 ? height : used + gap + height;
    column.push(n);
  });
  return pages;
}

/** The same pages with columns of about one height on each. */
export function balanced(heights: readonly number[], columns: number, room: number, gap: number): PageOfNotes[] {
  return pack(heights, columns, room, gap).map((page) => {
    const numbers = page.flat();
    const own = numbers.map((n) => heights[n] ?? 0);
    let low = Math.max(...own);
    let high = Math.max(room, low);
    while (high - low > 1) {
      const middle = (low + high) / 2;
      if (pack(own, columns, middle, gap).length === 1) high = middle;
      else low = middle;
    }
    const [even = page] = pack(own, columns, high, gap);
    return even.map((column) => column.map((n) => numbers[n] ?? 0));
  });
}

/** The sheets that come with the program have two high rows and a low one. A row is never lower than what it holds, unless `fixed`. */
export function rowsOf(blocks: readonly BlockPlan[], fixed = false): string {
  const count = Math.max(...blocks.map(({ area }) => area.row + area.rows - 1));
  const row = (share: number) => `minmax(${fixed ? "0" : "min-content"}, ${share}fr)`;
  return Array.from({ length: count }, (_, n) => row(count === 3 && n === 2 ? 1 : 2)).join(" ");
}
