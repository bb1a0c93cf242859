/** Reads of this room. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { core } from "../../host/core";

/** As many as one page of a person shows; nobody has voiced more than that. */
const MOST = 200;

/** A person's doubts: open ones first, the oldest of them first. */
export const doubtsOf = (person: string) =>
  queryOptions({ queryKey: ["feedback", "doubts", person], queryFn: () => core.feedback.doubts({ person, limit: MOST }), meta: { topics: ["feedback", "people", "touchpoints"] } });

/** Why a person came, stayed or left. */
export const reasonsOf = (person: string) =>
  queryOptions({ queryKey: ["feedback", "reasons", person], queryFn: () => core.feedback.reasons({ person, limit: MOST }), meta: { topics: ["feedback", "people", "touchpoints"] } });

/** Themes and competitors that were named before. */
export const reasonWords = queryOptions({ queryKey: ["feedback", "words"], queryFn: () => core.feedback.reasonWords(), meta: { topics: ["feedback"] } });

const LATEST = 30;

/** The touchpoints in which something may have been said. */
export const lastTouches = (person: string) =>
  queryOptions({
    queryKey: ["feedback", "touches", person],
    queryFn: async () => (await core.touchpoints.timeline({ person, limit: LATEST })).items,
    meta: { topics: ["touchpoints", "people"] },
    placeholderData: keepPreviousData,
  });
