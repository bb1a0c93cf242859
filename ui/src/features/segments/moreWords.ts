/** Conditions about purchases, permission, the loyalty loop, places, ages, fields of one's own and other segments, in words. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { Bound } from "../../bindings/Bound";
import type { Condition } from "../../bindings/Condition";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { currencies, moneyText } from "../../frame/money";
import { useMeansName } from "../../strings/channels";
import { useLoopStages } from "../../strings/stages";
import { type Both, type Names, useBits } from "./words";

export function useMoreWords(): (condition: Condition, names: Names) => Both | undefined {
  const { t } = useLingui();
  const buying = usePurchaseWords();
  const held = useFieldWords();
  const meansName = useMeansName();
  const loop = useLoopStages();
  const { spell } = useBits();
  return (condition, names) => {
    switch (condition.on) {
      case "loopStage": {
        const stage = loop.name(condition.stage);
        return stage ? [t`is at “${stage}” in the loyalty loop`, t`is not at “${stage}” in the loyalty loop`] : [t`has no stage of the loyalty loop`, t`has a stage of the loyalty loop`];
      }
      case "title": {
        const text = isolated(condition.text.trim());
        return [t`has “${text}” in the title of a role`, t`does not have “${text}” in the title of a role`];
      }
      case "place": {
        const place = isolated(condition.place.trim());
        return [t`has an address in ${place}`, t`has no address in ${place}`];
      }
      case "permission": {
        const way = condition.channel ? meansName(condition.channel) : t`every way`;
        if (condition.state === "agreed") return [t`agreed to hear from us: ${way}`, t`did not agree to hear from us: ${way}`];
        if (condition.state === "optedOut") return [t`asked us not to use: ${way}`, t`did not ask us not to use: ${way}`];
        return [t`said nothing about hearing from us: ${way}`, t`said something about hearing from us: ${way}`];
      }
      case "yearly": {
        const label = condition.label.trim();
        const named = isolated(label);
        const what = label ? t`the date “${named}”` : t`a date of every year`;
        const days = spell(condition.days);
        if (condition.days === 0) return [t`has ${what} today`, t`does not have ${what} today`];
        return condition.side === "after"
          ? [t`has ${what} in the next ${days}`, t`does not have ${what} in the next ${days}`]
          : [t`had ${what} in the last ${days}`, t`did not have ${what} in the last ${days}`];
      }
      case "age": {
        const years = t`${plural(condition.years, { one: "# year", other: "# years" })}`;
        return condition.bound === "atLeast"
          ? [t`is at least ${years} old`, t`is not at least ${years} old`]
          : [t`is at most ${years} old`, t`is not at most ${years} old`];
      }
      case "field": return held(condition, names);
      case "inSegment": {
        if (condition.segment === "") return [t`is in a segment that is still to be chosen`, t`is not in a segment that is still to be chosen`];
        const segment = isolated(names[condition.segment] ?? t`that is gone`);
        return [t`is in the segment “${segment}”`, t`is not in the segment “${segment}”`];
      }
      default: return buying(condition);
    }
  };
}

function usePurchaseWords(): (condition: Condition) => Both | undefined {
  const { t } = useLingui();
  const format = useFormat();
  const all = useQuery(currencies).data;
  const { spell, within } = useBits();
  const counted = (bound: Bound, count: number) =>
    bound === "atLeast"
      ? t`${plural(count, { one: "at least one purchase", other: "at least # purchases" })}`
      : t`${plural(count, { one: "at most one purchase", other: "at most # purchases" })}`;
  return (condition) => {
    switch (condition.on) {
      case "purchases": {
        const count = counted(condition.bound, condition.count);
        const when = within(condition.days);
        return [t`has ${count}${when}`, t`does not have ${count}${when}`];
      }
      case "spent": {
        const digits = all?.find((one) => one.code === condition.currency)?.digits ?? 2;
        const amount = isolated(moneyText(format.region, condition.amount, condition.currency, digits));
        const when = within(condition.days);
        return condition.bound === "atLeast"
          ? [t`spent at least ${amount}${when}`, t`did not spend at least ${amount}${when}`]
          : [t`spent at most ${amount}${when}`, t`did not spend at most ${amount}${when}`];
      }
      case "lastPurchase": {
        const days = spell(condition.days);
        return condition.side === "before"
          ? [t`bought last more than ${days} ago`, t`did not buy last more than ${days} ago`]
          : [t`bought in the last ${days}`, t`did not buy in the last ${days}`];
      }
      case "neverBought": return [t`has no purchase yet`, t`has a purchase`];
      case "bought": {
        const text = isolated(condition.text.trim());
        const when = within(condition.days);
        return [t`bought “${text}”${when}`, t`did not buy “${text}”${when}`];
      }
      default: return undefined;
    }
  };
}

function useFieldWords(): (condition: Extract<Condition, { on: "field" }>, names: Names) => Both {
  const { t } = useLingui();
  const { spell } = useBits();
  return ({ field, test, value: text }, names) => {
    if (field === "") return [t`has a field that is still to be chosen`, t`does not have a field that is still to be chosen`];
    const name = isolated(names[field] ?? t`a field that is gone`);
    const value = isolated(text.trim());
    const days = spell(Number(text) || 0);
    switch (test) {
      case "is": return [t`has ${value} as ${name}`, t`does not have ${value} as ${name}`];
      case "contains": return [t`has “${value}” in ${name}`, t`does not have “${value}” in ${name}`];
      case "atLeast": return [t`has ${name} of at least ${value}`, t`does not have ${name} of at least ${value}`];
      case "atMost": return [t`has ${name} of at most ${value}`, t`does not have ${name} of at most ${value}`];
      case "before": return [t`has ${name} before ${value}`, t`does not have ${name} before ${value}`];
      case "after": return [t`has ${name} on ${value} or later`, t`does not have ${name} on ${value} or later`];
      case "inNext": return [t`has ${name} in the next ${days}`, t`does not have ${name} in the next ${days}`];
      case "inLast": return [t`had ${name} in the last ${days}`, t`did not have ${name} in the last ${days}`];
      case "filled": return [t`has ${name}`, t`does not have ${name}`];
    }
  };
}
