/** Laying notes out for a presentation: nothing is cut, nothing is lost, nothing changes places. */
import { expect, test } from "vitest";
import { blocks } from "../../../test/canvas";
import { balanced, pack, rowsOf, rungsFor } from "./fit";

const heightOf = (heights: readonly number[], column: readonly number[], gap: number) => column.reduce((sum, n) => sum + (heights[n] ?? 0), 0) + gap * (column.length - 1);

test("few notes stand on one page", () => {
  expect(pack([100, 100, 100], 1, 400, 10)).toEqual([[[0, 1, 2]]]);
  expect(balanced([100, 100, 100, 100], 2, 600, 10)).toEqual([[[0, 1], [2, 3]]]);
  expect(pack([], 3, 400, 10)).toEqual([]);
});

test.each([
  ["150 notes of one height", Array(150).fill(60)],
  ["150 notes of many heights", Array.from({ length: 150 }, (_, n) => 30 + ((n * 37) % 170))],
  ["one note higher than the stage among others", [50, 900, 50, 50]],
])("%s: each stands on one page, in order, and no column is higher than the stage unless one note is", (_, heights: number[]) => {
  for (const columns of [1, 2, 3, 4]) {
    const pages = balanced(heights, columns, 500, 12);
    expect(pages.flat(2)).toEqual(heights.map((_height, n) => n));
    for (const page of pages) {
      expect(page.length).toBeLessThanOrEqual(columns);
      for (const column of page) expect(column.length === 1 || heightOf(heights, column, 12) <= 500).toBe(true);
    }
  }
});

test("letters are large where there is room, and readable where there is little", () => {
  const wide = rungsFor(1280, 660);
  expect(wide[0]).toEqual({ columns: 1, size: 41 });
  expect(wide.at(-1)!.columns).toBe(4);
  for (const [width, height] of [[1280, 660], [880, 420], [600, 260], [120, 90]] as const) {
    const rungs = rungsFor(width, height);
    expect(rungs.length).toBeGreaterThan(0);
    expect(rungs.every(({ size }) => size >= 15)).toBe(true);
    expect(rungs.map(({ size }) => size)).toEqual(rungs.map(({ size }) => size).sort((a, b) => b - a));
  }
});

test("rows of the whole sheet grow with what they hold; the last of the usual three is the low one", () => {
  expect(rowsOf(blocks)).toBe("minmax(min-content, 2fr) minmax(min-content, 2fr) minmax(min-content, 1fr)");
  expect(rowsOf(blocks.slice(0, 2))).toBe("minmax(min-content, 2fr) minmax(min-content, 2fr)");
  expect(rowsOf(blocks, true)).toBe("minmax(0, 2fr) minmax(0, 2fr) minmax(0, 1fr)");
});
