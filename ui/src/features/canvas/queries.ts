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

/** What a year of the book answers to the questions of a canvas. */
export const answersOf = (id: string | null) => queryOptions({ queryKey: ["canvas", "answers", id], queryFn: () => core.canvas.answers(named(id)), meta: { topics } });

/** The versions of a canvas that were kept, the last one first. */
export const versionsOf = (id: string) => queryOptions({ queryKey: ["canvas", "versions", id], queryFn: () => core.canvas.snapshots({ id }), meta: { topics: ["canvas"] satisfies Topic[] } });

/** What differs between a version and a later one, or now. */
export const differencesFrom = (from: string, to?: string) =>
  queryOptions({ queryKey: ["canvas", "differences", from, to ?? null], queryFn: () => core.canvas.compareSnapshots({ from, ...(to !== undefined && { to }) }), meta: { topics } });

export const hintsOf = (id: string) => queryOptions({ queryKey: ["canvas", "hints", id], queryFn: () => core.canvas.lint({ id }), meta: { topics } });

/** What differs between two canvases as they stand. */
export const differencesBetween = (from: string, to: string) =>
  queryOptions({ queryKey: ["canvas", "between", from, to], queryFn: () => core.canvas.compareCanvases({ from, to }), meta: { topics } });

/** Every kind of canvas there is. */
export const canvasKinds = queryOptions({ queryKey: ["canvas", "kinds"], queryFn: () => core.canvas.kinds(), meta: { topics: ["canvas"] satisfies Topic[] } });

/** Channel by segment: the plan beside the log of a year. */
export const matrixOf = (id: string) => queryOptions({ queryKey: ["canvas", "matrix", id], queryFn: () => core.canvas.matrix({ id }), meta: { topics: [...topics, "consent"] satisfies Topic[] } });

/** How the segments are meant to be served, and how they are. */
export const serviceOf = (id: string) => queryOptions({ queryKey: ["canvas", "service", id], queryFn: () => core.canvas.service({ id }), meta: { topics: [...topics, "purchases", "feedback"] satisfies Topic[] } });

/** Why people came, stayed or left: everybody, then each segment of the canvas. */
export const reasonsOn = (id: string) => queryOptions({ queryKey: ["canvas", "reasons", id], queryFn: () => core.canvas.reasons({ id }), meta: { topics: [...topics, "feedback"] satisfies Topic[] } });

/** What the book says of the people of a segment. */
export const membersOf = (id: string) => queryOptions({ queryKey: ["canvas", "members", id], queryFn: () => core.canvas.members({ id }), meta: { topics: [...topics, "purchases"] satisfies Topic[] } });

/** The user's own currency, and what others are worth in it. */
export const exchangeRates = queryOptions({ queryKey: ["canvas", "rates"], queryFn: () => core.purchases.rates(), meta: { topics: ["purchases"] satisfies Topic[] } });

/** The tasks that were made of a note. */
export const tasksOf = (id: string) => queryOptions({ queryKey: ["canvas", "tasks", id], queryFn: () => core.promises.list({ about: `canvasNote:${id}`, limit: 20 }), meta: { topics: ["promises"] satisfies Topic[] } });

/** The touchpoints that speak for a note or against it. */
export const proofsOf = (id: string) => queryOptions({ queryKey: ["canvas", "proofs", id], queryFn: () => core.canvas.proofs({ id }), meta: { topics: ["canvas", "touchpoints", "people"] satisfies Topic[] } });

const MOST_HITS = 20;

export interface SaidThere {
  id: string;
  title: string;
  line: string;
}

/** Touchpoints that say something; the newest ones while nothing is asked for. */
export const touchpointsSaying = (text: string) =>
  queryOptions({
    queryKey: ["canvas", "saying", text],
    queryFn: async (): Promise<SaidThere[]> => {
      if (text === "") {
        const recent = await core.touchpoints.recent(MOST_HITS);
        return recent.map(({ id, title, text: said, people }) => ({ id, title: title || said, line: people.map(({ name }) => name).join(", ") }));
      }
      const { hits } = await core.search.find({ text, limit: MOST_HITS });
      return hits.filter(({ kind }) => kind === "touchpoint").map(({ id, title, snippet, person }) => ({ id, title, line: [person?.name, snippet !== title && snippet].filter(Boolean).join(" · ") }));
    },
    meta: { topics: ["touchpoints"] satisfies Topic[] },
  });

/** The perks that are kept in the book, with how often each was given. */
export const keptPerks = queryOptions({ queryKey: ["canvas", "perks"], queryFn: () => core.gestures.perks(), meta: { topics: ["gestures", "people"] satisfies Topic[] } });

/** Which canvas is open: the first one until another is chosen, and again when that one is gone. */
export function useWhichCanvas(): [string | null, (id: string) => void] {
  const [kept, keep] = useKept<string | null>(["canvas", "which"], null);
  const { data } = useQuery({ ...theCanvases, enabled: kept !== null });
  const gone = kept !== null && data !== undefined && !data.some((one) => one.id === kept);
  return [gone ? null : kept, keep];
}
