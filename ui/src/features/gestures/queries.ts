/** Reads of this room. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Topic } from "../../host/commands";
import { core } from "../../host/core";

// How a gesture was taken stands in the log, and what it cost in another currency depends on rates.
const topics: readonly Topic[] = ["gestures", "people", "touchpoints", "purchases"];

export const ledger = (limit: number) =>
  queryOptions({ queryKey: ["gestures", "list", limit], queryFn: () => core.gestures.list({ limit }), meta: { topics }, placeholderData: keepPreviousData });

export const gesturesOf = (person: string) =>
  queryOptions({ queryKey: ["gestures", "of", person], queryFn: () => core.gestures.list({ person, limit: 500 }), meta: { topics } });

/** Whom to thank; what there is to thank for changes with the day. */
export const thanks = (day: string, limit: number) =>
  queryOptions({
    queryKey: ["gestures", "thanks", day, limit],
    queryFn: () => core.care.thanks({ limit }),
    meta: { topics: [...topics, "feedback", "drafts", "care"] satisfies Topic[] },
    placeholderData: keepPreviousData,
  });

/** What may still be given to somebody on a day (today, when none is said), by whoever gives as a role. */
export const budgetOf = (person: string, day: string | null, asRole: string) =>
  queryOptions({ queryKey: ["gestures", "budget", person, day, asRole], queryFn: () => core.gestures.budget({ person, ...(day && { day }), ...(asRole && { asRole }) }), meta: { topics } });

export const budgets = queryOptions({ queryKey: ["gestures", "budgets"], queryFn: () => core.gestures.budgets(), meta: { topics } });

export const roles = queryOptions({ queryKey: ["gestures", "roles"], queryFn: () => core.gestures.roles(), meta: { topics } });

export const givingMood = queryOptions({ queryKey: ["gestures", "mood"], queryFn: () => core.gestures.mood(), meta: { topics } });
