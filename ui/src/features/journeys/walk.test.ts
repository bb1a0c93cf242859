/** Walking and moving on a map, and curves that do not overshoot. */
import { describe, expect, test } from "vitest";
import type { JourneyMap } from "../../bindings/JourneyMap";
import type { JourneyStep } from "../../bindings/JourneyStep";
import { curvePath, tangents } from "./curve";
import { columnsOf, stageBy, steppedBy, walk } from "./walk";

const step = (id: string) => ({ id, name: id }) as JourneyStep;
const map: JourneyMap = {
  id: "m", title: "M", segment: null, segmentGone: false, people: 0, reviewOn: "", lookedAt: null, roles: { leads: "", writes: "", speaks: "" }, origin: null,
  stages: [{ id: "s", name: "S", steps: [step("a"), step("b")] }, { id: "e", name: "E", steps: [] }, { id: "z", name: "Z", steps: [step("c")] }],
};

test.each([
  ["s", "a", "ArrowRight", "s", "b"],
  ["s", "b", "ArrowRight", "z", "c"],
  ["z", "c", "ArrowRight", "z", "c"],
  ["z", "c", "ArrowUp", "z", null],
  ["z", null, "ArrowLeft", "e", null],
  ["e", null, "ArrowDown", "e", null],
  ["s", null, "ArrowDown", "s", "a"],
  ["z", "c", "Home", "s", "a"],
  ["s", null, "End", "z", null],
])("from %s %s, %s leads to %s %s", (stage, at, key, toStage, to) => {
  expect(walk(map, { stage, step: at }, key)).toEqual({ stage: toStage, step: to });
});

test("a step goes past its neighbour, then into the next stage, and nowhere at the ends", () => {
  expect(steppedBy(map, "a", 1)).toEqual({ id: "a", stage: "s", after: "b" });
  expect(steppedBy(map, "b", 1)).toEqual({ id: "b", stage: "e" });
  expect(steppedBy(map, "c", -1)).toEqual({ id: "c", stage: "e" });
  expect(steppedBy(map, "a", -1)).toBeNull();
  expect(stageBy(map, "e", -1)).toEqual({ id: "e", before: "s" });
  expect(stageBy(map, "z", 1)).toBeNull();
});

test("a stage without steps keeps a column, and a new step stands behind the one it follows", () => {
  expect(columnsOf(map, null).map((one) => one.kind)).toEqual(["step", "step", "empty", "step"]);
  expect(columnsOf(map, { stage: "s", after: "a" }).map((one) => one.kind)).toEqual(["step", "adding", "step", "empty", "step"]);
  expect(columnsOf(map, { stage: "e", after: null }).map((one) => one.kind)).toEqual(["step", "step", "adding", "step"]);
});

describe("the curve", () => {
  test("lies flat where it turns and at its ends, so it never leaves the range between neighbours", () => {
    const ys = [0, 2, 2, -2, -1, 1, 2];
    const points = ys.map((y, x) => ({ x, y }));
    const slopes = tangents(points);
    expect([slopes[0], slopes[1], slopes[2], slopes[3], slopes[6]]).toEqual([0, 0, 0, 0, 0]);
    for (let i = 1; i < ys.length; i++) {
      const [from, to] = [ys[i - 1]!, ys[i]!];
      for (let u = 0; u <= 1; u += 0.05) {
        const y = (2 * u ** 3 - 3 * u ** 2 + 1) * from + (u ** 3 - 2 * u ** 2 + u) * slopes[i - 1]! + (3 * u ** 2 - 2 * u ** 3) * to + (u ** 3 - u ** 2) * slopes[i]!;
        expect(y).toBeGreaterThanOrEqual(Math.min(from, to) - 1e-9);
        expect(y).toBeLessThanOrEqual(Math.max(from, to) + 1e-9);
      }
    }
  });

  test("needs two points", () => {
    expect(curvePath([{ x: 0, y: 1 }])).toBe("");
    expect(curvePath([{ x: 0, y: 1 }, { x: 3, y: 4 }])).toBe("M0,1C1,1 2,4 3,4");
  });
});
