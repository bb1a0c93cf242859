/** Reads of this room. Figures follow the book: they are counted anew when people, touchpoints or segments change. */
import { queryOptions } from "@tanstack/react-query";
import { core } from "../../host/core";
import type { Topic } from "../../host/commands";

const topics: readonly Topic[] = ["canvas", "segments", "people", "touchpoints"];

export const theCanvas = queryOptions({ queryKey: ["canvas", "one"], queryFn: () => core.canvas.get({}), meta: { topics } });

/** The segments of the canvas side by side. */
export const compared = queryOptions({ queryKey: ["canvas", "compared"], queryFn: () => core.canvas.compare({}), meta: { topics } });
