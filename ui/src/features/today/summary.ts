/** The day in one sentence, with small numbers in words. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { Today } from "../../bindings/Today";

export function useSummary(): (today: Today) => string {
  const { t } = useLingui();
  return ({ items, more }) => {
    const people = items.length;
    const unspoken = items.filter((item) => item.last === null).length;
    const first = more
      ? t`More than ${people} people are waiting to hear from you.`
      : t`${plural(people, {
          0: "Nobody is waiting to hear from you.",
          1: "One person is waiting to hear from you.",
          2: "Two people are waiting to hear from you.",
          3: "Three people are waiting to hear from you.",
          4: "Four people are waiting to hear from you.",
          5: "Five people are waiting to hear from you.",
          6: "Six people are waiting to hear from you.",
          7: "Seven people are waiting to hear from you.",
          8: "Eight people are waiting to hear from you.",
          9: "Nine people are waiting to hear from you.",
          10: "Ten people are waiting to hear from you.",
          11: "Eleven people are waiting to hear from you.",
          12: "Twelve people are waiting to hear from you.",
          other: "# people are waiting to hear from you.",
        })}`;
    if (unspoken === 0) return first;
    if (unspoken === people) return t`${first} Nothing is logged with any of them yet.`;
    const rest = t`${plural(unspoken, {
      1: "With one of them nothing is logged yet.",
      2: "With two of them nothing is logged yet.",
      3: "With three of them nothing is logged yet.",
      4: "With four of them nothing is logged yet.",
      5: "With five of them nothing is logged yet.",
      other: "With # of them nothing is logged yet.",
    })}`;
    return `${first} ${rest}`;
  };
}
