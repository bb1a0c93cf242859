/** Reads of this room. Who waits changes with the calendar day as well as with news, so the day is part of the key. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { core } from "../../host/core";

export const waiting = (day: string) =>
  queryOptions({
    queryKey: ["care", "today", day],
    queryFn: () => core.care.today({}),
    meta: { topics: ["care", "touchpoints", "people"] },
    placeholderData: keepPreviousData,
  });

/** The rules that say how long a silence may last. */
export const rules = queryOptions({ queryKey: ["care", "rules"], queryFn: () => core.care.rules(), meta: { topics: ["care"] } });

/** Who is left in peace. It ends by itself, so the day is part of the question. */
export const snoozed = (day: string) =>
  queryOptions({
    queryKey: ["care", "snoozed", day],
    queryFn: () => core.care.snoozed(),
    meta: { topics: ["care", "people"] },
    placeholderData: keepPreviousData,
  });

/** Whom the rules of Today spare, because speed counts for more than a word from us. */
export const spared = queryOptions({ queryKey: ["care", "spared"], queryFn: () => core.care.spared(), meta: { topics: ["segments", "people", "touchpoints"] } });

/** For whom a rule can be, beside everybody. */
export const tags = queryOptions({ queryKey: ["people", "tags"], queryFn: () => core.people.tags(), meta: { topics: ["people"] } });

export const person = (id: string) =>
  queryOptions({ queryKey: ["people", "one", id], queryFn: () => core.people.get({ id }), meta: { topics: ["people", "touchpoints"] } });

export const lastTouches = (id: string) =>
  queryOptions({
    queryKey: ["touchpoints", "last", id],
    queryFn: () => core.touchpoints.timeline({ person: id, limit: 4 }),
    meta: { topics: ["touchpoints", "people"] },
  });

/** How many people are in the book at all: an empty Today means something else in an empty book. */
export const bookSize = queryOptions({ queryKey: ["people", "count", {}], queryFn: () => core.people.count({}), meta: { topics: ["people"] } });
