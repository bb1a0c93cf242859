/** The arrow keys over the sheet and over the outline. */
import { expect, test } from "vitest";
import type { Note } from "../../bindings/Note";
import { aNote as note, blocks } from "../../test/canvas";
import { moveTo, moved, stepped } from "./notes";
import { beside, walk } from "./walk";

const notes = [note("a", "channels"), note("b", "channels"), note("c", "channels"), note("s", "segments"), note("r", "relationships")];

test("the block beside another shares an edge with it", () => {
  expect(beside(blocks, "segments", "left")).toBe("relationships");
  expect(beside(blocks, "channels", "left")).toBe("value");
  expect(beside(blocks, "channels", "up")).toBe("relationships");
  expect(beside(blocks, "channels", "down")).toBe("revenue");
  expect(beside(blocks, "costs", "up")).toBe("partners");
  expect(beside(blocks, "costs", "right")).toBe("revenue");
  expect(beside(blocks, "partners", "left")).toBeNull();
  expect(beside(blocks, "revenue", "down")).toBeNull();
});

test("up and down go through a block and on to the next one, and back to its last note", () => {
  const seen: string[] = [];
  let spot: { block: Note["block"]; note: string | null } = { block: "relationships", note: null };
  for (let step = 0; step < 6; step++) {
    seen.push(spot.note ?? spot.block);
    spot = walk(blocks, notes, spot, "ArrowDown", false);
  }
  expect(seen).toEqual(["relationships", "r", "channels", "a", "b", "c"]);
  expect(spot).toEqual({ block: "revenue", note: null });
  expect(walk(blocks, notes, { block: "channels", note: null }, "ArrowUp", false)).toEqual({ block: "relationships", note: "r" });
});

test("left and right keep the height where they can, and stay where there is nothing", () => {
  expect(walk(blocks, notes, { block: "channels", note: "c" }, "ArrowRight", false)).toEqual({ block: "segments", note: "s" });
  expect(walk(blocks, notes, { block: "segments", note: "s" }, "ArrowRight", false)).toEqual({ block: "segments", note: "s" });
  expect(walk(blocks, notes, { block: "channels", note: "b" }, "Home", false)).toEqual({ block: "channels", note: null });
  expect(walk(blocks, notes, { block: "channels", note: "b" }, "End", false)).toEqual({ block: "channels", note: "c" });
});

test("in the outline every block follows the one before", () => {
  const seen = new Set<string>();
  let spot = { block: "partners" as Note["block"], note: null as string | null };
  for (let step = 0; step < 20; step++) {
    seen.add(spot.note ?? spot.block);
    spot = walk(blocks, notes, spot, "ArrowDown", true);
  }
  expect(seen.size).toBe(blocks.length + notes.length);
});

test("a move asks for the place it shows, and for nothing where the note stands already", () => {
  expect(moveTo(notes, "a", { block: "channels", before: "b" })).toBeNull();
  expect(moveTo(notes, "c", { block: "channels", before: null })).toBeNull();
  expect(moveTo(notes, "a", { block: "channels", before: null })).toEqual({ id: "a", block: "channels" });
  expect(moveTo(notes, "s", { block: "channels", before: "b" })).toEqual({ id: "s", block: "channels", before: "b" });
  expect(moved(notes, "s", { block: "channels", before: "b" }).filter((one) => one.block === "channels").map((one) => one.id)).toEqual(["a", "s", "b", "c"]);
  expect(stepped(notes, "a", -1)).toBeNull();
  expect(stepped(notes, "b", -1)).toEqual({ block: "channels", before: "a" });
  expect(stepped(notes, "a", 1)).toEqual({ block: "channels", before: "c" });
  expect(stepped(notes, "b", 1)).toEqual({ block: "channels", before: null });
  expect(stepped(notes, "c", 1)).toBeNull();
});
