/** Reads of this room. What is due changes with the calendar day as well as with news, so the day is part of the key. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { ContradictionInput } from "../../bindings/ContradictionInput";
import type { TaskFilter } from "../../bindings/TaskFilter";
import type { ToldFilter } from "../../bindings/ToldFilter";
import { core } from "../../host/core";

export const due = (day: string) =>
  queryOptions({
    queryKey: ["promises", "due", day],
    queryFn: () => core.promises.due({ day }),
    meta: { topics: ["promises", "people"] },
    placeholderData: keepPreviousData,
  });

export const tasks = (filter: TaskFilter) =>
  queryOptions({
    queryKey: ["promises", "list", filter],
    queryFn: () => core.promises.list(filter),
    meta: { topics: ["promises", "people"] },
    placeholderData: keepPreviousData,
  });

/** What people may expect, with who was told; whose words hold changes with the day. */
export const expectations = (day: string) =>
  queryOptions({ queryKey: ["promises", "expectations", day], queryFn: () => core.promises.expectations(), meta: { topics: ["promises", "people"] } });

/** What was told, the last first. */
export const told = (filter: ToldFilter) =>
  queryOptions({ queryKey: ["promises", "told", filter], queryFn: () => core.promises.told(filter), meta: { topics: ["promises", "people"] }, placeholderData: keepPreviousData });

/** What our firm commits itself to; whether a proof is good changes with the day. */
export const commitments = (day: string) => queryOptions({ queryKey: ["promises", "commitments", day], queryFn: () => core.promises.commitments(), meta: { topics: ["promises"] } });

/** What people were told in two ways. */
export const contradictions = (input: ContradictionInput) =>
  queryOptions({ queryKey: ["promises", "contradictions", input], queryFn: () => core.drafts.contradictions(input), meta: { topics: ["promises", "people", "touchpoints"] } });
