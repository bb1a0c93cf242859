/** Why a perk cannot be given, in a sentence. */
import { useLingui } from "@lingui/react/macro";
import type { CommandFailure } from "../../host/failure";
import { useSentence } from "../../strings/sentences";

export function usePerkRefusal(): (failure: CommandFailure) => string {
  const { t } = useLingui();
  const sentence = useSentence();
  return (failure) => {
    const { why } = failure.details;
    if (why === "notEligible") return t`They are not in the segment that this is for.`;
    if (why === "notValid") return t`It cannot be given on that day.`;
    if (why === "usedUp") return t`It was given as often as it may be.`;
    return sentence(failure);
  };
}
