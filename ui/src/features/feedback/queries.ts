/** Reads of this room. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { QuestionFilter } from "../../bindings/QuestionFilter";
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

const shownTopics = ["feedback", "people", "touchpoints"] as const;

/** The open doubts of everybody, the oldest first; with 0 only their number. */
export const openDoubts = (limit: number) =>
  queryOptions({ queryKey: ["feedback", "open", limit], queryFn: () => core.feedback.doubts({ open: true, limit }), meta: { topics: shownTopics }, placeholderData: keepPreviousData });

/** Questions with these words, the most asked first. */
export const questionsWith = (filter: QuestionFilter) =>
  queryOptions({ queryKey: ["feedback", "questions", filter], queryFn: () => core.feedback.questions(filter), meta: { topics: ["feedback"] }, placeholderData: keepPreviousData });

/** A question with every time that it was asked. */
export const questionOf = (id: string) => queryOptions({ queryKey: ["feedback", "question", id], queryFn: () => core.feedback.question({ id }), meta: { topics: shownTopics } });

/** A person's dossiers, open ones first. */
export const dossiersOf = (person: string) => queryOptions({ queryKey: ["feedback", "dossiers", person], queryFn: () => core.feedback.dossiers({ person }), meta: { topics: ["feedback", "people"] } });

/** All dossiers, open ones first. */
export const allDossiers = (limit: number) =>
  queryOptions({ queryKey: ["feedback", "dossiers", { limit }], queryFn: () => core.feedback.dossiers({ limit }), meta: { topics: ["feedback", "people"] }, placeholderData: keepPreviousData });

/** Dossiers that take longer than expected or wait for a paper; anew each day. */
export const lateDossiers = (day: string) => queryOptions({ queryKey: ["feedback", "late", day], queryFn: () => core.feedback.lateDossiers(), meta: { topics: ["feedback", "people"] } });
