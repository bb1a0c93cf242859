/** How the blocks of a kind of one's own come to stand: each is given a size, and stands in the first place where it fits. */
import type { Area } from "../../bindings/Area";
import type { Block } from "../../bindings/Block";
import type { BlockAbout } from "../../bindings/BlockAbout";
import type { BlockPlan } from "../../bindings/BlockPlan";

export const MOST_BLOCKS = 12;
const COLUMNS = 10;

export interface OwnPlan {
  /** Which of the twelve it is, once it was saved: its notes go with it. */
  block: Block | null;
  name: string;
  hint: string;
  about: BlockAbout | null;
  columns: number;
  rows: number;
}

/** A block to begin with, as wide as the one before it. */
export const freshPlan = (before: readonly OwnPlan[]): OwnPlan => ({ block: null, name: "", hint: "", about: null, columns: before.at(-1)?.columns ?? 3, rows: before.at(-1)?.rows ?? 2 });

export const plansOf = (blocks: readonly BlockPlan[]): OwnPlan[] =>
  blocks.filter(({ aside }) => !aside).map(({ block, name, hint, about, area }) => ({ block, name: name ?? "", hint: hint ?? "", about, columns: area.columns, rows: area.rows }));

/** The first free place for each, row by row from the left. */
export function areasOf(plans: readonly Pick<OwnPlan, "columns" | "rows">[]): Area[] {
  const taken = new Set<string>();
  const key = (column: number, row: number) => `${column} ${row}`;
  return plans.map(({ columns, rows }) => {
    const cells = (column: number, row: number): string[] =>
      Array.from({ length: columns * rows }, (_, i) => key(column + (i % columns), row + Math.floor(i / columns)));
    for (let row = 1; ; row++) {
      for (let column = 1; column + columns - 1 <= COLUMNS; column++) {
        const wanted = cells(column, row);
        if (wanted.some((cell) => taken.has(cell))) continue;
        for (const cell of wanted) taken.add(cell);
        return { column, row, columns, rows };
      }
    }
  });
}

export const rowsOf = (areas: readonly Area[]): number => Math.max(1, ...areas.map(({ row, rows }) => row + rows - 1));
