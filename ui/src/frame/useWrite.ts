/** A write as the screen needs it: says what was done with the way back beside it, and says plainly what went wrong. */
import { useLingui } from "@lingui/react/macro";
import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import { toasts } from "../components/overlays/toasts";
import type { CommandFailure } from "../host/failure";
import { useSentence } from "../strings/sentences";
import { doAction } from "./actions";
import { asStep } from "./step";

export interface Write<Input, Output> {
  run: (input: Input) => Promise<Output>;
  /** The toast: what was done, in the past tense. Without it nothing is said. */
  done?: (output: Output, input: Input) => string | undefined;
  /** It is a step that can be undone, which nearly every write is. */
  undo?: boolean;
  /** The form shows the failure itself; no toast about it. */
  quietFailure?: boolean;
}

export function useWrite<Input, Output>({ run, done, undo = true, quietFailure }: Write<Input, Output>): UseMutationResult<Output, CommandFailure, Input> {
  const { t } = useLingui();
  const sentence = useSentence();
  return useMutation<Output, CommandFailure, Input>({
    mutationFn: async (input) => {
      // A toast stands for a while, and other steps may follow: its Undo takes back the step that it speaks of.
      const { output, step } = undo ? await asStep(() => run(input), done !== undefined) : { output: await run(input), step: undefined };
      const text = done?.(output, input);
      if (text !== undefined) toasts.say(text, step === undefined ? {} : { action: { label: t`Undo`, run: () => void doAction("steps.undo", { step }) } });
      return output;
    },
    onError: (failure) => {
      // Once the vault is locked its own screen says so, and no message waits behind it.
      if (!quietFailure && failure.code !== "locked") toasts.say(sentence(failure), { tone: "danger" });
    },
  });
}
