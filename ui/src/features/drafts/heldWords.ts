/** Why somebody gets no letter, and why a letter is to be looked at again, in words. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { HeldPerson } from "../../bindings/HeldPerson";
import type { StaleWhy } from "../../bindings/StaleWhy";
import { useFieldName } from "./templateFields";

export function useHeldWords(): (held: HeldPerson) => string {
  const { t } = useLingui();
  const fieldName = useFieldName();
  return ({ why, detail }) => {
    const count = detail.count ?? 0;
    const field = fieldName(detail.field ?? "");
    const { batchName, note } = detail;
    switch (why) {
      case "cannotFill":
        return t`The template asks for “${field}”, which the book does not have`;
      case "optedOut":
        return t`They asked not to be written to this way`;
      case "tooMany":
        return detail.days === 7
          ? t`${plural(count, { one: "One letter", other: "# letters" })} in seven days: that is enough`
          : t`${plural(count, { one: "One letter", other: "# letters" })} in thirty days: that is enough`;
      case "otherBatch":
        return t`A letter to them waits in “${batchName}”`;
      case "noAddress":
        return t`The book has no address for this way`;
      case "byHand":
        return note ? t`You put it aside: ${note}` : t`You put it aside`;
    }
  };
}

export function useStaleWords(): (stale: readonly StaleWhy[]) => string[] {
  const { t } = useLingui();
  const words: Record<StaleWhy, string> = {
    touchpoint: t`Something newer was logged with them.`,
    person: t`Their name, firm or address changed.`,
    template: t`The template changed.`,
  };
  return (stale) => stale.map((why) => words[why]);
}
