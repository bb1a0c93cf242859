/** The day by which something is to be done, in the words one would say it with. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { Tone } from "../../components/marks/Chip";
import { dayAfter, daysBetween, startOf } from "../../frame/clock";
import { useFormat } from "../../frame/format";

export interface DueWords {
  words: string;
  tone: Tone;
}

/** `today` and `due` as `YYYY-MM-DD`. */
export function useDueWords(): (due: string, today: string) => DueWords {
  const { t } = useLingui();
  const format = useFormat();
  return (due, today) => {
    // From noon to noon: a day of 23 hours is a day.
    const days = daysBetween(startOf(today), startOf(due) + 43_200_000);
    if (days < 0) {
      const late = -days;
      return { words: t`${plural(late, { one: "# day late", other: "# days late" })}`, tone: "danger" };
    }
    if (due === today) return { words: t`today`, tone: "warn" };
    if (due === dayAfter(today, 1)) return { words: t`tomorrow`, tone: "plain" };
    return { words: days < 7 ? format.weekday(due) : format.day(due), tone: "plain" };
  };
}
