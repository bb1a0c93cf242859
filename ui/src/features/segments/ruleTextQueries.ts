/** Reads of typed rules: what a text says, and what could stand at the caret. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { core } from "../../host/core";

/** What a text says. Names of tags, segments and fields may change under it. */
export const readText = (text: string) =>
  queryOptions({ queryKey: ["segments", "readText", text], queryFn: () => core.segments.readText({ text }), meta: { topics: ["segments", "people"] }, gcTime: 30_000 });

export const completions = (text: string, at: number) =>
  queryOptions({
    queryKey: ["segments", "completeText", text, at],
    queryFn: () => core.segments.completeText({ text, at }),
    meta: { topics: ["segments", "people"] },
    gcTime: 10_000,
    placeholderData: keepPreviousData,
  });
