/** A write as the screen needs it: says what was done with the way back beside it, and says plainly what went wrong. */
import { useLingui } from "@lingui/react/macro";
import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import { toasts } from "../components/overlays/toasts";
import type { CommandFailure } from "../host/failure";
import { useSentence } from "../strings/sentences";
import { doAction } from "./actions";

export interface Write<Input, Output> {
  run: (input: Input) => Promise<Output>;
  /** The toast: what was done, in the past tense. Without it nothing is said. */
  done?: (output: Output, input: Input) => string | undefined;
  /** The step can be undone, which nearly every write can. */
  undo?: boolean;
  /** The form shows the failure itself; no toast about it. */
  quietFailure?: boolean;
}

export function useWrite<Input, Output>({ run, done, undo = true, quietFailure }: Write<Input, Output>): UseMutationResult<Output, CommandFailure, Input> {
  const { t } = useLingui();
  const sentence = useSentence();
  return useMutation<Output, CommandFailure, Input>({
    mutationFn: run,
    onSuccess: (output, input) => {
      const text = done?.(output, input);
      if (text === undefined) return;
      toasts.say(text, undo ? { action: { label: t`Undo`, run: () => void doAction("steps.undo") } } : {});
    },
    onError: (failure) => {
      if (!quietFailure) toasts.say(sentence(failure), { tone: "danger" });
    },
  });
}
