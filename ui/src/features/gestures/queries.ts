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

export const perks = queryOptions({ queryKey: ["gestures", "perks"], queryFn: () => core.gestures.perks(), meta: { topics } });

/** Who may have a perk changes with people, and with the rule of its segment. */
const fits: readonly Topic[] = [...topics, "segments", "consent"];

export const perkFit = (id: string) => queryOptions({ queryKey: ["gestures", "perkFit", id], queryFn: () => core.gestures.perkFit({ id }), meta: { topics: fits } });

export const perksFor = (person: string) => queryOptions({ queryKey: ["gestures", "perksFor", person], queryFn: () => core.gestures.perksFor({ id: person }), meta: { topics: fits } });

export const givenPerks = (filter: { perk?: string; person?: string }) =>
  queryOptions({ queryKey: ["gestures", "givenPerks", filter], queryFn: () => core.gestures.givenPerks(filter), meta: { topics } });

export const programmes = queryOptions({ queryKey: ["gestures", "programmes"], queryFn: () => core.gestures.programmes(), meta: { topics } });

export const pointsOf = (person: string) => queryOptions({ queryKey: ["gestures", "pointsOf", person], queryFn: () => core.gestures.pointsOf({ id: person }), meta: { topics } });

export const pairs = queryOptions({ queryKey: ["gestures", "goesWith"], queryFn: () => core.gestures.goesWith(), meta: { topics } });

export const wouldGoWith = (person: string) => queryOptions({ queryKey: ["gestures", "wouldGoWith", person], queryFn: () => core.gestures.wouldGoWith({ id: person }), meta: { topics } });

export const buysAgain = (person: string) => queryOptions({ queryKey: ["gestures", "buysAgain", person], queryFn: () => core.gestures.buysAgain({ id: person }), meta: { topics } });

/** Who is to be expected changes with the day. */
export const followUps = (day: string) => queryOptions({ queryKey: ["gestures", "followUps", day], queryFn: () => core.gestures.followUps({}), meta: { topics } });
