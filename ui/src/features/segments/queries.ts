/** Reads of this room. A rule is counted anew whenever people or touchpoints change. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { SegmentRule } from "../../bindings/SegmentRule";
import type { PageQuery } from "../../frame/pageQueries";
import { core } from "../../host/core";
import type { Topic } from "../../host/commands";
import type { PersonRow } from "../../bindings/PersonRow";

const topics: readonly Topic[] = ["segments", "people", "touchpoints", "purchases", "consent"];

/** How many people no segment takes in. */
export const uncovered = queryOptions({ queryKey: ["segments", "uncovered"], queryFn: () => core.segments.uncovered(), meta: { topics } });

/** Whom a rule would take in. What was asked a moment ago stays on the screen until the new answer is there. */
export const preview = (rule: SegmentRule) =>
  queryOptions({
    queryKey: ["segments", "preview", rule],
    queryFn: () => core.segments.preview({ rule }),
    meta: { topics },
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });

/** Tags, organisations, languages and sources to choose from. */
export const choices = (organisation: string) =>
  queryOptions({
    queryKey: ["segments", "choices", organisation],
    queryFn: () => core.segments.choices({ organisation }),
    meta: { topics: ["people"] },
    placeholderData: keepPreviousData,
  });

/** The people of a segment; of "none" those who are in no segment. */
export const membersOf = (id: string): PageQuery<PersonRow> => ({
  key: ["segments", "members", id],
  topics,
  fetch: (offset, limit) => core.segments.members(id === "none" ? { uncovered: true, offset, limit } : { id, offset, limit }),
});

/** How close one wants to be, what they hear and need, and when somebody looked. */
export const planOf = (id: string) => queryOptions({ queryKey: ["segments", "plan", id], queryFn: () => core.segments.plan({ id }), meta: { topics: ["segments"] } });

/** The personas of a segment with what was said; a quote knows its touchpoint. */
export const personasOf = (id: string) =>
  queryOptions({ queryKey: ["segments", "personas", id], queryFn: () => core.segments.personas({ id }), meta: { topics: ["segments", "touchpoints", "people"] } });

/** What members said last. */
export const quotable = (id: string) =>
  queryOptions({ queryKey: ["segments", "quotable", id], queryFn: () => core.segments.quotable({ id }), meta: { topics } });

/** How all segments stand. */
export const healthOf = queryOptions({ queryKey: ["segments", "health"], queryFn: () => core.segments.health(), meta: { topics: [...topics, "purchases"] as const } });

export const pulseOf = (id: string) => queryOptions({ queryKey: ["segments", "pulse", id], queryFn: () => core.segments.pulse({ id }), meta: { topics } });

/** What was seen of a segment, looking once a day; since a day, or everything. */
export const pastOf = (id: string, since: string) =>
  queryOptions({ queryKey: ["segments", "past", id, since], queryFn: () => core.segments.past({ id, ...(since && { since }) }), meta: { topics: ["segments"] } });

/** What uses a segment. */
export const usesOf = (id: string) =>
  queryOptions({ queryKey: ["segments", "uses", id], queryFn: () => core.segments.uses({ id }), meta: { topics: ["segments", "canvas", "journeys", "care"] } });

export const triedSplit = (id: string, by: SegmentRule) =>
  queryOptions({ queryKey: ["segments", "trySplit", id, by], queryFn: () => core.segments.trySplit({ id, by }), meta: { topics }, gcTime: 30_000 });

export const triedJoin = (a: string, b: string) => queryOptions({ queryKey: ["segments", "tryJoin", a, b], queryFn: () => core.segments.tryJoin({ a, b }), meta: { topics } });

/** All tracks, with how many people stand where. */
export const trackList = queryOptions({ queryKey: ["segments", "tracks"], queryFn: () => core.segments.tracks(), meta: { topics } });

/** One track with the people on it. */
export const oneTrack = (id: string) => queryOptions({ queryKey: ["segments", "track", id], queryFn: () => core.segments.track({ id }), meta: { topics } });
