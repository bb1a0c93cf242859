/** Reads of this room. What is due changes with the calendar day as well as with news, so the day is part of the key. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { TaskFilter } from "../../bindings/TaskFilter";
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
