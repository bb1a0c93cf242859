/** What is wrong with a passphrase or a recovery code, said about the field: the core names the group that does not add up. */
import { useLingui } from "@lingui/react/macro";
import type { CommandFailure } from "../../host/failure";
import { useSentence } from "../../strings/sentences";

/** The sentence for the field, or null when the failure is about something else. */
export function useSlip(): (failure: CommandFailure | null) => string | null {
  const { t } = useLingui();
  const sentence = useSentence();
  return (failure) => {
    if (failure?.code === "wrongKey") return sentence(failure);
    if (failure?.code !== "invalid") return null;
    const { field, why, group, characters } = failure.details;
    if (field === "recoveryCode") {
      if (why === "typo" && typeof group === "number") return t`There is a slip in group ${group}. Compare it sign by sign.`;
      if (why === "length" && typeof characters === "number") return t`The code has 40 signs; you typed ${characters}.`;
      return t`There is a sign in it that no code has. Codes use digits and capital letters.`;
    }
    if (field === "passphrase") return why === "long" ? t`That is too long.` : t`A passphrase needs at least one sign, and no line breaks.`;
    return null;
  };
}
