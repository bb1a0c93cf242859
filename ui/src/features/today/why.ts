/** Why somebody waits, in words that name what the reason is made of. */
import { useLingui } from "@lingui/react/macro";
import type { Rule } from "../../bindings/Rule";
import type { TodayItem } from "../../bindings/TodayItem";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { useChannelName } from "../../strings/channels";
import { feelingOf, useFeelingWords } from "../../strings/feelings";
import { useSpans } from "../../strings/spans";

/** The rule that was broken: the item knows its days, the person's tags say which of several with the same days it is. */
export function ruleOf(item: TodayItem, rules: readonly Rule[]): { tag: string } | "everyone" {
  const { ruleDays } = item.why;
  for (const rule of rules) {
    const { scope } = rule;
    if (!rule.active || rule.days !== ruleDays || scope.for !== "tag") continue;
    const tag = item.person.tags.find((one) => one.id === scope.id);
    if (tag) return { tag: tag.name };
  }
  return "everyone";
}

export interface Why {
  /** "Usually every 3 weeks · silent for 9". */
  reason: string;
  /** "last: renewal call, felt let down"; nothing when nothing was logged. */
  last: string | undefined;
}

export function useWhy(): (item: TodayItem, rules: readonly Rule[]) => Why {
  const { t } = useLingui();
  const spans = useSpans();
  const format = useFormat();
  const channelName = useChannelName();
  const { word } = useFeelingWords();
  const reasonOf = (item: TodayItem, rules: readonly Rule[]) => {
    const { reason, silentDays, ruleDays, usualDays } = item.why;
    if (item.last === null) {
      const since = format.day(item.since);
      return t`In the book since ${since}, nothing logged yet`;
    }
    if (reason === "rhythm" && usualDays !== null) return spans.rhythm(usualDays, silentDays);
    const days = ruleDays ?? silentDays;
    const rule = ruleOf(item, rules);
    if (rule === "everyone") return t`Rule for everyone: every ${days} days · day ${silentDays}`;
    const tag = isolated(rule.tag);
    return t`Rule for ${tag}: every ${days} days · day ${silentDays}`;
  };
  const lastOf = ({ last }: TodayItem) => {
    if (last === null) return undefined;
    const what = isolated(last.title || channelName(last.channel));
    if (last.felt === null) return t`last: ${what}`;
    const felt = isolated(word(feelingOf(last.felt), last.feltWord));
    return t`last: ${what}, felt ${felt}`;
  };
  return (item, rules) => ({ reason: reasonOf(item, rules), last: lastOf(item) });
}
