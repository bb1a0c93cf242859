/** Writes of this room. */
import { useLingui } from "@lingui/react/macro";
import type { ClearDoubt } from "../../bindings/ClearDoubt";
import type { Doubt } from "../../bindings/Doubt";
import type { DoubtInput } from "../../bindings/DoubtInput";
import type { ReasonGiven } from "../../bindings/ReasonGiven";
import type { ReasonInput } from "../../bindings/ReasonInput";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export function useSaveDoubt() {
  const { t } = useLingui();
  return useWrite({ run: (input: DoubtInput) => core.feedback.saveDoubt(input), done: (_, { id }) => (id ? t`Doubt changed` : t`Doubt noted`), quietFailure: true });
}

export function useClearDoubt() {
  const { t } = useLingui();
  return useWrite({ run: (input: ClearDoubt) => core.feedback.clearDoubt(input), done: () => t`Doubt cleared` });
}

export function useReopenDoubt() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: Doubt) => core.feedback.reopenDoubt({ id }), done: () => t`The doubt is open again` });
}

export function useRemoveDoubt() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: Doubt) => core.feedback.removeDoubt({ id }), done: () => t`Doubt removed` });
}

export function useSaveReason() {
  const { t } = useLingui();
  return useWrite({ run: (input: ReasonInput) => core.feedback.saveReason(input), done: (_, { id }) => (id ? t`Reason changed` : t`Reason noted`), quietFailure: true });
}

export function useRemoveReason() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: ReasonGiven) => core.feedback.removeReason({ id }), done: () => t`Reason removed` });
}
