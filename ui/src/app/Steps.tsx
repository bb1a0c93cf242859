/** Undo and redo: the button with the name of the step, and the keys. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { Button } from "../components/controls/Button";
import { toasts } from "../components/overlays/toasts";
import { doAction, useAction } from "../frame/actions";
import { useWrite } from "../frame/useWrite";
import { useStepName } from "../strings/steps";
import type { Undone } from "../host/commands";
import { core } from "../host/core";
import css from "./Frame.module.css";

const nextSteps = {
  queryKey: ["vault", "steps"],
  queryFn: () => core.vault.nextSteps(),
  // Every write is a step, so every topic makes this stale.
  meta: { topics: ["vault", "people", "consent", "touchpoints", "purchases", "segments", "canvas", "journeys", "drafts", "care", "settings"] as const },
};

/** Keeps the two actions; draws nothing. */
export function Steps() {
  const { t } = useLingui();
  const stepName = useStepName();
  const { data } = useQuery(nextSteps);
  const undone = ({ step, kept }: Undone) => {
    const name = stepName(step);
    if (kept === 0) return t`Undone: ${name}`;
    return t`Undone: ${name}. ${plural(kept, { one: "# thing was changed since and stays as it is.", other: "# things were changed since and stay as they are." })}`;
  };
  const doneAgain = ({ step }: Undone) => {
    const name = stepName(step);
    return t`Done again: ${name}`;
  };
  const undo = useWrite({ run: (step?: string) => core.vault.undo({ ...(step !== undefined && { step }) }), done: undone, undo: false });
  const redo = useWrite({ run: () => core.vault.redo(), done: doneAgain });
  useAction("steps.undo", (said) => (said?.step !== undefined || data?.undo ? undo.mutate(said?.step) : toasts.say(t`There is nothing to undo.`)));
  useAction("steps.redo", () => (data?.redo ? redo.mutate(undefined) : toasts.say(t`There is nothing to do again.`)));
  return null;
}

export function UndoButton() {
  const { t } = useLingui();
  const stepName = useStepName();
  const step = useQuery(nextSteps).data?.undo;
  if (!step) return null;
  const name = stepName(step);
  return (
    <Button kind="quiet" icon={History} className={css.undo} onPress={() => doAction("steps.undo")} aria-label={t`Undo: ${name}`}>
      <span>{t`Undo: ${name}`}</span>
    </Button>
  );
}
