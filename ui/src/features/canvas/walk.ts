/** How the arrow keys walk over the sheet: up and down through a block, left and right to the block beside it. */
import type { Area } from "../../bindings/Area";
import type { Block } from "../../bindings/Block";
import type { BlockPlan } from "../../bindings/BlockPlan";
import type { Note } from "../../bindings/Note";
import { inBlock } from "./notes";

/** Where one is: on a note, or on the block itself. */
export interface Spot {
  block: Block;
  note: string | null;
}

export type Arrow = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Home" | "End";
export const arrows: readonly string[] = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"];

/** The next spot; the same one where there is nowhere to go. `outline`: the blocks stand in one column. */
export function walk(blocks: readonly BlockPlan[], notes: readonly Note[], spot: Spot, key: Arrow, outline: boolean): Spot {
  const spots = (block: Block): Spot[] => [{ block, note: null }, ...inBlock(notes, block).map(({ id }) => ({ block, note: id }))];
  const own = spots(spot.block);
  const at = Math.max(0, own.findIndex((one) => one.note === spot.note));
  const first = own[0] ?? spot;
  const last = own[own.length - 1] ?? spot;
  switch (key) {
    case "Home":
      return first;
    case "End":
      return last;
    case "ArrowUp": {
      const above = at > 0 ? own[at - 1] : undefined;
      if (above) return above;
      const block = beside(blocks, spot.block, outline ? "before" : "up");
      return (block && spots(block).at(-1)) ?? first;
    }
    case "ArrowDown": {
      const below = own[at + 1];
      if (below) return below;
      const block = beside(blocks, spot.block, outline ? "after" : "down");
      return block ? { block, note: null } : last;
    }
    case "ArrowLeft":
    case "ArrowRight": {
      const left = key === "ArrowLeft";
      const block = beside(blocks, spot.block, outline ? (left ? "before" : "after") : left ? "left" : "right");
      if (!block) return spot;
      const there = spots(block);
      return there[Math.min(at, there.length - 1)] ?? spot;
    }
  }
}

type Way = "up" | "down" | "left" | "right" | "before" | "after";

/** The nearest block that way which has an edge in common, the first one read where there are two. */
export function beside(blocks: readonly BlockPlan[], from: Block, way: Way): Block | null {
  const at = blocks.findIndex((plan) => plan.block === from);
  const here = blocks[at];
  if (!here) return null;
  if (way === "before") return blocks[at - 1]?.block ?? null;
  if (way === "after") return blocks[at + 1]?.block ?? null;
  const gap = (area: Area): number => {
    const { area: own } = here;
    if (way === "left") return own.column - (area.column + area.columns);
    if (way === "right") return area.column - (own.column + own.columns);
    if (way === "up") return own.row - (area.row + area.rows);
    return area.row - (own.row + own.rows);
  };
  const shares = (area: Area): boolean => {
    const { area: own } = here;
    return way === "up" || way === "down"
      ? area.column < own.column + own.columns && own.column < area.column + area.columns
      : area.row < own.row + own.rows && own.row < area.row + area.rows;
  };
  const that = blocks.filter(({ area }) => gap(area) >= 0 && shares(area));
  const nearest = Math.min(...that.map(({ area }) => gap(area)));
  return that.find(({ area }) => gap(area) === nearest)?.block ?? null;
}
