/** Reads of this room. What was felt follows the book: it is counted anew when people, touchpoints or segments change. */
import { queryOptions } from "@tanstack/react-query";
import { core } from "../../host/core";

export const journeyList = queryOptions({ queryKey: ["journeys", "list"], queryFn: () => core.journeys.list(), meta: { topics: ["journeys", "segments"] as const } });

export const journeyMap = (id: string) =>
  queryOptions({
    queryKey: ["journeys", "one", id],
    queryFn: () => core.journeys.get({ id }),
    meta: { topics: ["journeys", "segments", "people", "touchpoints"] as const },
  });

export const journeyAudit = (id: string) =>
  queryOptions({
    queryKey: ["journeys", "audit", id],
    queryFn: () => core.journeys.audit({ id }),
    meta: { topics: ["journeys", "segments", "people", "touchpoints"] as const },
  });
