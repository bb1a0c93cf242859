/** Writes of this room. */
import { useLingui } from "@lingui/react/macro";
import type { Asking } from "../../bindings/Asking";
import type { ClearDoubt } from "../../bindings/ClearDoubt";
import type { CustomerQuestion } from "../../bindings/CustomerQuestion";
import type { Doubt } from "../../bindings/Doubt";
import type { DoubtInput } from "../../bindings/DoubtInput";
import type { QuestionInput } from "../../bindings/QuestionInput";
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

export function useSaveQuestion() {
  const { t } = useLingui();
  return useWrite({ run: (input: QuestionInput) => core.feedback.saveQuestion(input), done: (_, { id }) => (id ? undefined : t`Question kept`) });
}

export function useRemoveQuestion() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: CustomerQuestion) => core.feedback.removeQuestion({ id }), done: () => t`Question removed` });
}

export interface Asked {
  /** One that is known. */
  question: string | null;
  /** The words of a new one. */
  text: string;
  person: string | null;
  touchpoint: string;
  day: string;
}

/** Counts a question once more; one that nobody asked before is kept first. */
export function useAskedAgain() {
  const { t } = useLingui();
  return useWrite({
    run: async ({ question, text, person, touchpoint, day }: Asked) => {
      const id = question ?? (await core.feedback.saveQuestion({ text })).id;
      return core.feedback.askedAgain({ question: id, ...(person !== null && { person }), touchpoint, day });
    },
    done: () => t`Counted`,
    quietFailure: true,
  });
}

export function useRemoveAsking() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: Asking) => core.feedback.removeAsking({ id }), done: () => t`Not counted any more` });
}
