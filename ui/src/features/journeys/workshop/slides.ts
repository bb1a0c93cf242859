/** A journey as slides: a stage each, in pages of as many steps as stand beside each other in big type. */
import type { JourneyMap } from "../../../bindings/JourneyMap";
import type { JourneyStage } from "../../../bindings/JourneyStage";
import type { JourneyStep } from "../../../bindings/JourneyStep";

export interface Slide {
  stage: JourneyStage;
  steps: readonly JourneyStep[];
  /** From 1. */
  page: number;
  pages: number;
}

/** How wide a step is at least, in pixels. */
const WIDE = 300;
const MOST = 4;

/** What is empty has nothing to say to others. */
export function slidesOf(map: JourneyMap, width: number): Slide[] {
  const most = Math.max(1, Math.min(MOST, Math.floor(width / WIDE)));
  return map.stages.flatMap((stage) => {
    const pages = Math.ceil(stage.steps.length / most);
    // As many on each page as on the others: a last step does not stand alone.
    const each = Math.ceil(stage.steps.length / Math.max(1, pages));
    return Array.from({ length: pages }, (_, i) => ({ stage, steps: stage.steps.slice(i * each, (i + 1) * each), page: i + 1, pages }));
  });
}
