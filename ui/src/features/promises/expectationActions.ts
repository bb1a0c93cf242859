/** Writes about what may be expected, what was told and what our firm commits itself to. */
import { useLingui } from "@lingui/react/macro";
import type { Expectation } from "../../bindings/Expectation";
import type { ExpectationInput } from "../../bindings/ExpectationInput";
import type { Commitment } from "../../bindings/Commitment";
import type { CommitmentInput } from "../../bindings/CommitmentInput";
import type { TellInput } from "../../bindings/TellInput";
import type { Told } from "../../bindings/Told";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export function useSaveExpectation() {
  const { t } = useLingui();
  return useWrite({ run: (input: ExpectationInput) => core.promises.saveExpectation(input), done: (_, { id }) => (id ? undefined : t`Added to what may be expected`) });
}

export function useRemoveExpectation() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: Expectation) => core.promises.removeExpectation({ id }), done: () => t`Taken out of what may be expected` });
}

export function useTell() {
  const { t } = useLingui();
  return useWrite({ run: (input: TellInput) => core.promises.tell(input), done: () => t`Noted what they were told`, quietFailure: true });
}

export function useRemoveTold() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: Told) => core.promises.removeTold({ id }), done: () => t`Removed what they were told` });
}

export function useSaveCommitment() {
  const { t } = useLingui();
  return useWrite({ run: (input: CommitmentInput) => core.promises.saveCommitment(input), done: (_, { id }) => (id ? undefined : t`Commitment added`) });
}

export function useRemoveCommitment() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: Commitment) => core.promises.removeCommitment({ id }), done: () => t`Commitment removed` });
}
