/** Reads of this room. What was felt follows the book: it is counted anew when people, touchpoints or segments change. */
import { queryOptions } from "@tanstack/react-query";
import type { WorkshopFile } from "../../bindings/WorkshopFile";
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

/** `day` makes it asked again when the day is over: silence grows. */
export const onboardingCheck = (id: string, everybody: boolean, limit: number, day: string) =>
  queryOptions({
    queryKey: ["journeys", "onboarding", id, everybody, limit, day],
    queryFn: () => core.journeys.onboarding({ id, everybody, limit }),
    meta: { topics: ["journeys", "segments", "people", "touchpoints", "purchases"] as const },
  });

export const workshopTable = (journey: string, files: readonly WorkshopFile[]) =>
  queryOptions({
    queryKey: ["journeys", "workshop", journey, files],
    queryFn: () => core.press.compareWorkshop({ journey, files: [...files] }),
    // A file that is refused stays so.
    retry: false,
    meta: { topics: ["journeys"] as const },
  });
