/** All segments with their counts: many rooms choose from them. A rule is counted anew whenever people or touchpoints change. */
import { queryOptions } from "@tanstack/react-query";
import { core } from "../host/core";
import type { Topic } from "../host/commands";

const topics: readonly Topic[] = ["segments", "people", "touchpoints", "purchases", "consent"];

export const segmentList = queryOptions({ queryKey: ["segments", "list"], queryFn: () => core.segments.list(), meta: { topics } });
