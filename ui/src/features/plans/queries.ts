/** Reads of this room. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CountersInput } from "../../bindings/CountersInput";
import { core } from "../../host/core";
import type { Topic } from "../../host/commands";

const log: readonly Topic[] = ["plans", "touchpoints", "people", "segments", "purchases"];

/** Whether a review is overdue changes with the day. */
export const sheet = (day: string) => queryOptions({ queryKey: ["plans", "sheet", day], queryFn: () => core.plans.sheet(), meta: { topics: ["plans"] } });
export const strategies = queryOptions({ queryKey: ["plans", "strategies"], queryFn: () => core.plans.strategies(), meta: { topics: ["plans"] } });
export const counters = (input: CountersInput) =>
  queryOptions({ queryKey: ["plans", "counters", input], queryFn: () => core.plans.counters(input), meta: { topics: log }, placeholderData: keepPreviousData });
export const loyaltyLoop = queryOptions({ queryKey: ["plans", "loop"], queryFn: () => core.plans.loyaltyLoop(), meta: { topics: log } });
export const loopPeople = (stage: string, segment: string | null, limit: number) =>
  queryOptions({
    queryKey: ["plans", "loopPeople", stage, segment, limit],
    queryFn: () => core.plans.loopPeople({ stage, limit, ...(segment && { segment }) }),
    meta: { topics: log },
    placeholderData: keepPreviousData,
  });
export const loopLog = (stage: string, hurt: boolean) =>
  queryOptions({ queryKey: ["plans", "loopLog", stage, hurt], queryFn: () => core.plans.loopLog({ stage, hurt, limit: 8 }), meta: { topics: log } });
export const conversion = queryOptions({ queryKey: ["plans", "conversion"], queryFn: () => core.plans.conversion(), meta: { topics: log } });
export const surprises = queryOptions({ queryKey: ["plans", "surprises"], queryFn: () => core.plans.surprises(), meta: { topics: [...log, "gestures"] } });
export const unsurprised = (months: number, limit: number, day: string) =>
  queryOptions({
    queryKey: ["plans", "unsurprised", months, limit, day],
    queryFn: () => core.plans.unsurprised({ months, limit }),
    meta: { topics: log },
    placeholderData: keepPreviousData,
  });
export const ideas = queryOptions({ queryKey: ["plans", "ideas"], queryFn: () => core.plans.ideas(), meta: { topics: ["plans", "gestures"] } });
export const stacks = queryOptions({ queryKey: ["plans", "stacks"], queryFn: () => core.plans.stacks({}), meta: { topics: log } });
export const stack = (subject: string) =>
  queryOptions({ queryKey: ["plans", "stack", subject], queryFn: () => core.plans.stack({ subject }), meta: { topics: log } });
export const advice = queryOptions({ queryKey: ["plans", "advice"], queryFn: () => core.plans.advise(), meta: { topics: ["plans"] } });
export const steps = queryOptions({ queryKey: ["plans", "steps"], queryFn: () => core.plans.steps(), meta: { topics: ["plans"] } });

/** What the book itself can tell of the four steps. */
export const done = queryOptions({
  queryKey: ["plans", "done"],
  queryFn: async () => {
    const [maps, segments, rules, strategies, loop] = await Promise.all([
      core.journeys.list(), core.segments.list(), core.care.rules(), core.plans.strategies(), core.plans.loyaltyLoop(),
    ]);
    const support = loop.stages.find(({ stage }) => stage === "support");
    return {
      maps: maps.length, steps: maps.reduce((sum, map) => sum + map.steps, 0), segments: segments.length,
      rules: rules.filter((rule) => rule.active).length, learning: strategies.filter(({ learning }) => learning !== "").length, strategies: strategies.length,
      support: support?.touches ?? 0,
    };
  },
  meta: { topics: ["plans", "journeys", "segments", "care", "touchpoints"] },
});

/** The last touchpoints with somebody, to be linked as evidence. */
export const lastTouches = (person: string) =>
  queryOptions({ queryKey: ["touchpoints", "last", person, 12], queryFn: () => core.touchpoints.timeline({ person, limit: 12 }), meta: { topics: ["touchpoints", "people"] } });
export const recentTouches = queryOptions({ queryKey: ["touchpoints", "recent", 20], queryFn: () => core.touchpoints.recent(20), meta: { topics: ["touchpoints", "people"] } });
