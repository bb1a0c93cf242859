/** What the sheet is compared with: a version that was kept, now or with a later one, or another canvas as it stands. */
import { useQuery } from "@tanstack/react-query";
import type { Canvas } from "../../bindings/Canvas";
import type { NoteDifference } from "../../bindings/NoteDifference";
import type { SnapshotRow } from "../../bindings/SnapshotRow";
import { differencesBetween, differencesFrom } from "./queries";

export type Compared = { version: string; to?: string } | { canvas: string };

export interface Comparison {
  /** The earlier version; nothing for another canvas. */
  from: SnapshotRow | null;
  /** The later version; nothing for the sheet as it stands. */
  to: SnapshotRow | null;
  /** What the other canvas is called. */
  with: string;
  notes: readonly NoteDifference[];
}

export function useComparison(canvas: Canvas, asked: Compared | null): Comparison | null {
  const version = asked !== null && "version" in asked ? asked : null;
  const other = asked !== null && "canvas" in asked ? asked.canvas : null;
  const { data: versions } = useQuery({ ...differencesFrom(version?.version ?? "", version?.to), enabled: version !== null });
  const { data: canvases } = useQuery({ ...differencesBetween(other ?? "", canvas.id), enabled: other !== null });
  if (version && versions) return { from: versions.from, to: versions.to, with: "", notes: versions.notes };
  if (other !== null && canvases) return { from: null, to: null, with: canvases.from, notes: canvases.notes };
  return null;
}
