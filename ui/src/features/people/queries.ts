/** Reads of this room. */
import { queryOptions } from "@tanstack/react-query";
import type { PeopleFilter } from "../../bindings/PeopleFilter";
import type { PersonRow } from "../../bindings/PersonRow";
import type { PageQuery } from "../../frame/pageQueries";
import { core } from "../../host/core";
import type { Page } from "../../host/commands";
import type { Wanted } from "./peopleView";

/** A part of the list; the members of a segment are cut by the filter like everyone. */
export const listPeople = ({ segment, ...among }: Wanted, offset: number, limit: number): Promise<Page<PersonRow>> =>
  segment ? core.segments.members({ id: segment, among, offset, limit }) : core.people.list({ ...among, offset, limit });

/** People as rows, for a list of any length. */
export const peoplePages = (filter: Wanted): PageQuery<PersonRow> => ({
  key: ["people", "list", filter],
  topics: filter.segment ? ["people", "touchpoints", "segments"] : ["people", "touchpoints"],
  fetch: (offset, limit) => listPeople(filter, offset, limit),
});

export const peopleCount = (filter: PeopleFilter) =>
  queryOptions({ queryKey: ["people", "count", filter], queryFn: () => core.people.count(filter), meta: { topics: ["people"] } });

export const tags = queryOptions({ queryKey: ["people", "tags"], queryFn: () => core.people.tags(), meta: { topics: ["people"] } });

export const person = (id: string) =>
  queryOptions({ queryKey: ["people", "one", id], queryFn: () => core.people.get({ id }), meta: { topics: ["people", "touchpoints"] } });

/** People whose names hold the words typed. */
export const findPeople = (text: string) =>
  queryOptions({
    queryKey: ["people", "list", { text, limit: 8 }],
    queryFn: () => core.people.list({ text, limit: 8 }),
    meta: { topics: ["people"] },
    placeholderData: (before) => before,
  });

/** The rules that say how long a silence may last: a person's page names the one that holds for them. */
export const rules = queryOptions({ queryKey: ["care", "rules"], queryFn: () => core.care.rules(), meta: { topics: ["care"] } });

/** What the fields of the user's own hold for a person. */
export const fieldValues = (id: string) =>
  queryOptions({ queryKey: ["people", "fieldValues", id], queryFn: () => core.people.fieldValues({ id }), meta: { topics: ["people"] } });
