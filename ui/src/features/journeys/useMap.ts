/** What is going on on a map: where one is, what is being written, and every deed on a stage or a step. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import type { JourneyMap } from "../../bindings/JourneyMap";
import type { JourneyStage } from "../../bindings/JourneyStage";
import type { JourneyStep } from "../../bindings/JourneyStep";
import { useKept } from "../../frame/kept";
import { useAddStage, useAddStep, useEditStage, useMoveStage, useMoveStep, useRemoveStage, useRemoveStep } from "./actions";
import type { MapPlace } from "./useMapDrag";
import { type Adding, type Spot, stageBy, steppedBy } from "./walk";

export interface MapDeeds {
  goTo: (spot: Spot) => void;
  /** Starts a new step behind the spot. */
  add: (spot: Spot) => void;
  saveNew: (name: string, next: boolean) => void;
  /** Opens what is written about a step, or the name of a stage. */
  edit: (spot: Spot) => void;
  renameStage: (id: string, name: string) => void;
  addStage: () => void;
  by: (spot: Spot, by: -1 | 1) => void;
  /** Puts a step or a stage to a place; nothing happens where it stands there already. */
  move: (spot: Spot, to: MapPlace) => void;
  /** Whose menu was asked for by key. */
  asked: string | null;
  ask: (key: string | null) => void;
  remove: (spot: Spot) => void;
  /** Closes whatever is written and goes back. */
  leave: () => void;
}

export interface MapState {
  spot: Spot;
  stage: JourneyStage | undefined;
  step: JourneyStep | undefined;
  adding: Adding | null;
  /** The stage whose name is being written. */
  naming: string | null;
}

export const spotKey = ({ stage, step }: Spot): string => step ?? stage;

export function useMap(map: JourneyMap, onEdit: () => void) {
  const { t } = useLingui();
  const root = useRef<HTMLDivElement>(null);
  const [kept, keepFor] = useKept<Spot>(["journeys", map.id, "spot"], { stage: "", step: null });
  // State of its own beside it: what is kept is told later than the next key is pressed.
  const [at, setAt] = useState(kept);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [naming, setNaming] = useState<string | null>(null);
  const [said, say] = useState("");
  const [asked, ask] = useState<string | null>(null);
  // The spot that is to have the focus as soon as the map shows it.
  const wanted = useRef<Spot | null>(null);
  const [addStep, addStage, editStage, moveStage, moveStep, removeStage, removeStep] = [useAddStep(), useAddStage(), useEditStage(), useMoveStage(), useMoveStep(), useRemoveStage(), useRemoveStep()];

  const holder = map.stages.find((one) => one.steps.some((step) => step.id === at.step));
  const named = holder ?? map.stages.find((one) => one.id === at.stage);
  // Where nobody has been yet one begins on the first step.
  const stage = named ?? map.stages.find((one) => one.steps.length > 0) ?? map.stages[0];
  const step = named ? named.steps.find((one) => one.id === at.step) : stage?.steps[0];
  const spot: Spot = { stage: stage?.id ?? "", step: step?.id ?? null };

  useEffect(() => {
    const to = wanted.current;
    if (!to || adding || naming) return;
    const there = root.current?.querySelector<HTMLElement>(`[data-spot="${CSS.escape(spotKey(to))}"]`);
    if (!there) return;
    there.focus();
    wanted.current = null;
  });

  const keep = (to: Spot) => {
    setAt(to);
    keepFor(to);
  };
  const goTo = (to: Spot) => {
    keep(to);
    wanted.current = to;
  };
  const deeds: MapDeeds = {
    goTo,
    add: (from) => {
      setNaming(null);
      setAdding({ stage: from.stage, after: from.step });
    },
    saveNew: (name, next) => {
      if (!adding) return;
      const id = crypto.randomUUID();
      const { stage: into, after } = adding;
      addStep.mutate({ id, stage: into, content: { name }, ...(after !== null && { after }) }, {
        onSuccess: () => {
          say(t`Added the step “${name}”`);
          keep({ stage: into, step: id });
          setAdding(next ? { stage: into, after: id } : null);
          if (!next) wanted.current = { stage: into, step: id };
        },
      });
    },
    edit: (of) => {
      if (of.step === null) setNaming(of.stage);
      else {
        keep(of);
        onEdit();
      }
    },
    renameStage: (id, name) => {
      editStage.mutate({ id, name });
      setNaming(null);
      goTo({ stage: id, step: null });
    },
    addStage: () => {
      const id = crypto.randomUUID();
      addStage.mutate({ id, journey: map.id, name: t`New stage` }, {
        onSuccess: () => {
          keep({ stage: id, step: null });
          setNaming(id);
        },
      });
    },
    by: (of, by) => {
      const ends = by < 0 ? t`It is the first one` : t`It is the last one`;
      if (of.step === null) {
        const asked = stageBy(map, of.stage, by);
        if (asked) moveStage.mutate(asked, { onSuccess: () => goTo(of) });
        else say(ends);
        return;
      }
      const asked = steppedBy(map, of.step, by);
      if (asked) moveStep.mutate(asked, { onSuccess: () => goTo({ stage: asked.stage, step: of.step }) });
      else say(ends);
    },
    asked,
    ask: (key) => {
      ask(key);
      if (key === null) goTo(spot);
    },
    move: (of, to) => {
      const place = { ...(to.before !== null && { before: to.before }) };
      if (of.step === null) {
        const name = map.stages.find((one) => one.id === of.stage)?.name ?? "";
        if (to.before !== of.stage) moveStage.mutate({ id: of.stage, ...place }, { onSuccess: () => { say(t`Moved the stage “${name}”`); goTo(of); } });
        return;
      }
      const id = of.step;
      const name = holder?.steps.find((one) => one.id === id)?.name ?? map.stages.flatMap((one) => one.steps).find((one) => one.id === id)?.name ?? "";
      const into = map.stages.find((one) => one.id === to.stage)?.name ?? "";
      if (to.before !== id) moveStep.mutate({ id, stage: to.stage, ...place }, { onSuccess: () => { say(t`Moved “${name}” to ${into}`); goTo({ stage: to.stage, step: id }); } });
    },
    remove: (of) => {
      const from = map.stages.findIndex((one) => one.id === of.stage);
      const whole = map.stages[from];
      if (!whole) return;
      const place = whole.steps.findIndex((one) => one.id === of.step);
      const gone = whole.steps[place];
      if (gone) {
        const next = whole.steps[place + 1] ?? whole.steps[place - 1];
        removeStep.mutate(gone, { onSuccess: () => goTo({ stage: whole.id, step: next?.id ?? null }) });
      } else if (of.step === null) {
        const next = map.stages[from + 1] ?? map.stages[from - 1];
        removeStage.mutate(whole, { onSuccess: () => goTo({ stage: next?.id ?? "", step: null }) });
      }
    },
    leave: () => {
      setAdding(null);
      setNaming(null);
      goTo(spot);
    },
  };
  return { root, said, deeds, state: { spot, stage, step, adding, naming } satisfies MapState };
}
