/** A map as columns, how the arrow keys walk over them, and where a step or a stage goes when it is moved by one. */
import type { JourneyMap } from "../../bindings/JourneyMap";
import type { JourneyStage } from "../../bindings/JourneyStage";
import type { JourneyStep } from "../../bindings/JourneyStep";
import type { MoveJourneyStage } from "../../bindings/MoveJourneyStage";
import type { MoveJourneyStep } from "../../bindings/MoveJourneyStep";

/** Where one is: on a step, or on the stage itself. */
export interface Spot {
  stage: string;
  step: string | null;
}

/** A column: a step, the field for a new one, or the empty place of a stage without steps. */
export type Column = { stage: JourneyStage } & ({ kind: "step"; step: JourneyStep } | { kind: "adding" } | { kind: "empty" });

export interface Adding {
  stage: string;
  after: string | null;
}

export function columnsOf(map: JourneyMap, adding: Adding | null): Column[] {
  return map.stages.flatMap((stage) => {
    const columns: Column[] = stage.steps.map((step) => ({ kind: "step", stage, step }));
    if (adding?.stage === stage.id) {
      const at = stage.steps.findIndex((step) => step.id === adding.after);
      columns.splice(at < 0 ? columns.length : at + 1, 0, { kind: "adding", stage });
    }
    return columns.length > 0 ? columns : [{ kind: "empty", stage }];
  });
}

export const arrows: readonly string[] = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"];

/** The next spot; the same one where there is nowhere to go. Stages stand in a row, their steps in the row below. */
export function walk(map: JourneyMap, spot: Spot, key: string): Spot {
  const row: Spot[] =
    spot.step === null
      ? map.stages.map((stage) => ({ stage: stage.id, step: null }))
      : map.stages.flatMap((stage) => stage.steps.map((step) => ({ stage: stage.id, step: step.id })));
  const at = row.findIndex((one) => one.stage === spot.stage && one.step === spot.step);
  switch (key) {
    case "ArrowLeft":
      return row[at - 1] ?? spot;
    case "ArrowRight":
      return row[at + 1] ?? spot;
    case "Home":
      return row[0] ?? spot;
    case "End":
      return row.at(-1) ?? spot;
    case "ArrowUp":
      return { stage: spot.stage, step: null };
    default: {
      const first = map.stages.find((stage) => stage.id === spot.stage)?.steps[0];
      return spot.step === null && first ? { stage: spot.stage, step: first.id } : spot;
    }
  }
}

/** What to ask for so that a step goes one to the left or right: past its neighbour, or into the next stage. */
export function steppedBy(map: JourneyMap, id: string, by: -1 | 1): MoveJourneyStep | null {
  const at = map.stages.findIndex((stage) => stage.steps.some((step) => step.id === id));
  const stage = map.stages[at];
  if (!stage) return null;
  const place = stage.steps.findIndex((step) => step.id === id);
  const neighbour = stage.steps[place + by];
  if (neighbour) return { id, stage: stage.id, ...(by < 0 ? { before: neighbour.id } : { after: neighbour.id }) };
  const next = map.stages[at + by];
  if (!next) return null;
  const first = next.steps[0];
  return { id, stage: next.id, ...(by > 0 && first && { before: first.id }) };
}

/** What to ask for so that a stage goes one to the left or right; nothing at either end. */
export function stageBy(map: JourneyMap, id: string, by: -1 | 1): MoveJourneyStage | null {
  const neighbour = map.stages[map.stages.findIndex((stage) => stage.id === id) + by];
  return neighbour ? { id, ...(by < 0 ? { before: neighbour.id } : { after: neighbour.id }) } : null;
}
