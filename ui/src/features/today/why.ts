/** Why somebody waits, in words that name what the reason is made of. */
import { useLingui } from "@lingui/react/macro";
import type { TodayItem } from "../../bindings/TodayItem";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { useChannelName } from "../../strings/channels";
import { feelingOf, useFeelingWords } from "../../strings/feelings";
import { useSpans } from "../../strings/spans";

export interface Why {
  /** "Usually every 3 weeks · silent for 9". */
  reason: string;
  /** "last: renewal call, felt let down"; nothing when nothing was logged. */
  last: string | undefined;
}

export function useWhy(): (item: TodayItem) => Why {
  const { t } = useLingui();
  const spans = useSpans();
  const format = useFormat();
  const channelName = useChannelName();
  const { word } = useFeelingWords();
  const reasonOf = (item: TodayItem) => {
    const { reason, silentDays, rule, usualDays } = item.why;
    if (item.last === null) {
      const since = format.day(item.since);
      return t`In the book since ${since}, nothing logged yet`;
    }
    if (reason === "rhythm" && usualDays !== null) return spans.rhythm(usualDays, silentDays);
    const days = rule?.days ?? silentDays;
    const name = rule?.name ? isolated(rule.name) : null;
    return name === null ? t`Rule for everyone: every ${days} days · day ${silentDays}` : t`Rule for ${name}: every ${days} days · day ${silentDays}`;
  };
  const lastOf = ({ last }: TodayItem) => {
    if (last === null) return undefined;
    const what = isolated(last.title || channelName(last.channel));
    if (last.felt === null) return t`last: ${what}`;
    const felt = isolated(word(feelingOf(last.felt), last.feltWord));
    return t`last: ${what}, felt ${felt}`;
  };
  return (item) => ({ reason: reasonOf(item), last: lastOf(item) });
}
