/** Reads of this room. Figures follow the book: they are counted anew when people, touchpoints or segments change. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useKept } from "../../frame/kept";
import { core } from "../../host/core";
import type { Topic } from "../../host/commands";

const topics: readonly Topic[] = ["canvas", "segments", "people", "touchpoints"];
const named = (id: string | null) => (id === null ? {} : { id });

/** One canvas; the first one when none is named. */
export const canvasOf = (id: string | null) => queryOptions({ queryKey: ["canvas", "one", id], queryFn: () => core.canvas.get(named(id)), meta: { topics } });

export const theCanvases = queryOptions({ queryKey: ["canvas", "list"], queryFn: () => core.canvas.list(), meta: { topics: ["canvas"] satisfies Topic[] } });

/** The segments of a canvas side by side. */
export const comparedOf = (id: string | null) => queryOptions({ queryKey: ["canvas", "compared", id], queryFn: () => core.canvas.compare(named(id)), meta: { topics } });

/** The versions of a canvas that were kept, the last one first. */
export const versionsOf = (id: string) => queryOptions({ queryKey: ["canvas", "versions", id], queryFn: () => core.canvas.snapshots({ id }), meta: { topics: ["canvas"] satisfies Topic[] } });

/** What differs between a version and now. */
export const differencesFrom = (from: string) => queryOptions({ queryKey: ["canvas", "differences", from], queryFn: () => core.canvas.compareSnapshots({ from }), meta: { topics } });

export const hintsOf = (id: string) => queryOptions({ queryKey: ["canvas", "hints", id], queryFn: () => core.canvas.lint({ id }), meta: { topics } });

/** Which canvas is open: the first one until another is chosen, and again when that one is gone. */
export function useWhichCanvas(): [string | null, (id: string) => void] {
  const [kept, keep] = useKept<string | null>(["canvas", "which"], null);
  const { data } = useQuery({ ...theCanvases, enabled: kept !== null });
  const gone = kept !== null && data !== undefined && !data.some((one) => one.id === kept);
  return [gone ? null : kept, keep];
}
