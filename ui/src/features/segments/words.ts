/** A rule in words: "Everyone who has the tag “cafés” and was last spoken with more than 30 days ago". */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { Bound } from "../../bindings/Bound";
import type { Condition } from "../../bindings/Condition";
import type { ReachKind } from "../../bindings/ReachKind";
import type { SegmentRule } from "../../bindings/SegmentRule";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { useChannelName } from "../../strings/channels";
import { feelingOf, useFeelingWords } from "../../strings/feelings";
import { useRelations, useStages } from "../../strings/stages";
import { useMoreWords } from "./moreWords";

/** Tags, organisations, segments and fields by id. */
export type Names = Readonly<Record<string, string>>;

export interface RuleWords {
  sentence: (rule: SegmentRule, names: Names) => string;
  condition: (condition: Condition, names: Names, not: boolean) => string;
}

export function useRuleWords(): RuleWords {
  const { t } = useLingui();
  const said = useConditionWords();
  const clause = (rule: SegmentRule, names: Names, inside: boolean): string => {
    switch (rule.match) {
      case "one": return said(rule.of, names, false);
      case "not": {
        if (rule.of.match === "one") return said(rule.of.of, names, true);
        const group = clause(rule.of, names, false);
        return t`not (${group})`;
      }
      default: return joined(rule.of.map((part) => clause(part, names, rule.of.length > 1)), rule.match, inside);
    }
  };
  const joined = (parts: readonly string[], match: "all" | "any", inside: boolean) => {
    if (parts.length === 0) return match === "all" ? t`is anyone` : t`is nobody`;
    const words = parts.reduce((before, next) => (match === "all" ? t`${before} and ${next}` : t`${before} or ${next}`));
    return inside && parts.length > 1 ? `(${words})` : words;
  };
  const sentence = (rule: SegmentRule, names: Names) => {
    if (rule.match === "all" && rule.of.length === 0) return t`Everyone`;
    if (rule.match === "any" && rule.of.length === 0) return t`Nobody`;
    const who = clause(rule, names, false);
    return t`Everyone who ${who}`;
  };
  return { sentence, condition: said };
}

/** What holds, and in other words what does not. */
function useConditionWords(): RuleWords["condition"] {
  const { t } = useLingui();
  const person = usePersonWords();
  const touch = useTouchWords();
  const more = useMoreWords();
  return (condition, names, not) => {
    const words = person(condition, names) ?? touch(condition) ?? more(condition, names);
    if (!words) return t`something this version does not know`;
    return words[not ? 1 : 0];
  };
}

export type Both = readonly [holds: string, not: string];

function usePersonWords(): (condition: Condition, names: Names) => Both | undefined {
  const { t } = useLingui();
  const stages = useStages();
  const relations = useRelations();
  const channelName = useChannelName();
  const address = useAddressNames();
  const { spell } = useBits();
  return (condition, names) => {
    switch (condition.on) {
      case "tag": {
        if (condition.tag === "") return [t`has a tag that is still to be chosen`, t`does not have a tag that is still to be chosen`];
        const tag = isolated(names[condition.tag] ?? t`that is gone`);
        return [t`has the tag “${tag}”`, t`does not have the tag “${tag}”`];
      }
      case "stage": {
        const stage = stages.name(condition.stage);
        return stage ? [t`is at the stage ${stage}`, t`is not at the stage ${stage}`] : [t`has no stage`, t`has a stage`];
      }
      case "relation": {
        const relation = relations.name(condition.relation);
        return relation ? [t`is served by ${relation}`, t`is not served by ${relation}`] : [t`has no type of relationship`, t`has a type of relationship`];
      }
      case "organisation": {
        if (condition.organisation === "") return [t`works at an organisation that is still to be chosen`, t`does not work at an organisation that is still to be chosen`];
        const organisation = isolated(names[condition.organisation] ?? t`an organisation that is gone`);
        return [t`works at ${organisation}`, t`does not work at ${organisation}`];
      }
      case "language": {
        const { language } = condition;
        return [t`is written to in ${language}`, t`is not written to in ${language}`];
      }
      case "reach": {
        const what = address(condition.kind);
        const both: Both = [t`has ${what}`, t`does not have ${what}`];
        return condition.has ? both : [both[1], both[0]];
      }
      case "preferredChannel": {
        const channel = channelName(condition.channel);
        return [t`likes to be reached by ${channel}`, t`does not like best to be reached by ${channel}`];
      }
      case "name": {
        const text = isolated(condition.text.trim());
        return [t`has “${text}” in the name`, t`does not have “${text}” in the name`];
      }
      case "source": {
        const source = isolated(condition.source.trim());
        return [t`came from “${source}”`, t`did not come from “${source}”`];
      }
      case "customerSince": {
        const date = condition.date;
        return condition.side === "before"
          ? [t`is a customer since before ${date}`, t`is not a customer since before ${date}`]
          : [t`is a customer since ${date} or later`, t`is not a customer since ${date} or later`];
      }
      case "added": {
        const days = spell(condition.days);
        return condition.side === "before"
          ? [t`has been in the book for more than ${days}`, t`has not been in the book for more than ${days}`]
          : [t`came into the book in the last ${days}`, t`did not come into the book in the last ${days}`];
      }
      case "birthday": {
        const days = spell(condition.days);
        return condition.days === 0
          ? [t`has a birthday today`, t`has no birthday today`]
          : [t`has a birthday in the next ${days}`, t`has no birthday in the next ${days}`];
      }
      default: return undefined;
    }
  };
}

function useTouchWords(): (condition: Condition) => Both | undefined {
  const { t } = useLingui();
  const format = useFormat();
  const channelName = useChannelName();
  const feelings = useFeelingWords();
  const { spell, within, bounded } = useBits();
  return (condition) => {
    switch (condition.on) {
      case "lastTouch": {
        const days = spell(condition.days);
        return condition.side === "before"
          ? [t`was last spoken with more than ${days} ago`, t`was not last spoken with more than ${days} ago`]
          : [t`was spoken with in the last ${days}`, t`was not spoken with in the last ${days}`];
      }
      case "neverTouched": return [t`has no touchpoint yet`, t`has a touchpoint`];
      case "touches": {
        const count = bounded(condition.bound, condition.count);
        const when = within(condition.days);
        return [t`has ${count}${when}`, t`does not have ${count}${when}`];
      }
      case "lastFelt": {
        const felt = feelings.word(feelingOf(condition.felt));
        return condition.bound === "atMost"
          ? [t`felt “${felt}” or worse last time`, t`did not feel “${felt}” or worse last time`]
          : [t`felt “${felt}” or better last time`, t`did not feel “${felt}” or better last time`];
      }
      case "meanFelt": {
        const felt = format.number(condition.felt);
        const days = spell(condition.days);
        return condition.bound === "atMost"
          ? [t`felt ${felt} or worse on average in the last ${days}`, t`did not feel ${felt} or worse on average in the last ${days}`]
          : [t`felt ${felt} or better on average in the last ${days}`, t`did not feel ${felt} or better on average in the last ${days}`];
      }
      case "channelUsed": {
        const channel = channelName(condition.channel);
        const when = within(condition.days);
        return [t`has a touchpoint by ${channel}${when}`, t`has no touchpoint by ${channel}${when}`];
      }
      default: return undefined;
    }
  };
}

/** Small parts that several conditions share. */
export function useBits() {
  const { t } = useLingui();
  const spell = (days: number) => t`${plural(days, { one: "# day", other: "# days" })}`;
  const within = (days: number | null | undefined) => {
    if (days === null || days === undefined) return "";
    const span = spell(days);
    return ` ${t`in the last ${span}`}`;
  };
  const bounded = (bound: Bound, count: number) =>
    bound === "atLeast"
      ? t`${plural(count, { one: "at least one touchpoint", other: "at least # touchpoints" })}`
      : t`${plural(count, { one: "at most one touchpoint", other: "at most # touchpoints" })}`;
  return { spell, within, bounded };
}

/** "a phone number". */
function useAddressNames(): (kind: ReachKind) => string {
  const { t } = useLingui();
  return (kind) => {
    switch (kind) {
      case "phone": return t`a phone number`;
      case "email": return t`an e-mail address`;
      case "address": return t`a postal address`;
      case "link": return t`a link`;
      case "chat": return t`a chat address`;
    }
  };
}
