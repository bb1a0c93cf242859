/** "Two things to look at, six that are right": small numbers as words. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";

export function useHeadline(): (found: number, right: number) => string {
  const { t } = useLingui();
  return (found, right) => {
    const look = t`${plural(found, {
      one: "One thing to look at", 2: "Two things to look at", 3: "Three things to look at", 4: "Four things to look at", 5: "Five things to look at",
      6: "Six things to look at", 7: "Seven things to look at", 8: "Eight things to look at", other: "# things to look at",
    })}`;
    const fine = t`${plural(right, {
      one: "one that is right", 2: "two that are right", 3: "three that are right", 4: "four that are right", 5: "five that are right",
      6: "six that are right", 7: "seven that are right", 8: "eight that are right", other: "# that are right",
    })}`;
    if (found === 0) return right === 0 ? t`Nothing to say yet` : t`Nothing to look at, ${fine}`;
    return right === 0 ? look : t`${look}, ${fine}`;
  };
}
