/** A curve through points that never leaves the range between neighbours (monotone cubic: Fritsch and Carlson 1980). */

export interface Point {
  x: number;
  y: number;
}

/** The curve as the path of an SVG; empty for fewer than two points. Points stand from left to right. */
export function curvePath(points: readonly Point[]): string {
  const first = points[0];
  if (!first || points.length < 2) return "";
  const slopes = tangents(points);
  let path = `M${first.x},${first.y}`;
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1] ?? first;
    const to = points[i] ?? first;
    const third = (to.x - from.x) / 3;
    path += `C${from.x + third},${from.y + (slopes[i - 1] ?? 0) * third} ${to.x - third},${to.y - (slopes[i] ?? 0) * third} ${to.x},${to.y}`;
  }
  return path;
}

/** The slope at each point, so small that the curve does not overshoot. */
export function tangents(points: readonly Point[]): number[] {
  const rises = points.slice(1).map((to, i) => {
    const from = points[i] ?? to;
    return (to.y - from.y) / (to.x - from.x);
  });
  return points.map((_, i) => {
    const before = rises[i - 1];
    const after = rises[i];
    // At either end, and where the direction turns, the curve lies flat.
    if (before === undefined || after === undefined || before * after <= 0) return 0;
    // The harmonic mean stays below three times the smaller slope, which is what keeps a cubic monotone.
    return (2 * before * after) / (before + after);
  });
}
