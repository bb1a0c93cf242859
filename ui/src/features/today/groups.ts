/** The sections of Today. Each later reason to get in touch is one more group here. */
import { useLingui } from "@lingui/react/macro";
import type { PersonRow } from "../../bindings/PersonRow";
import type { Rule } from "../../bindings/Rule";
import type { Today } from "../../bindings/Today";
import type { Rhythm } from "./WaitingRow";
import { useWhy } from "./why";

/** Somebody in a section. */
export interface Waiting {
  key: string;
  person: PersonRow;
  /** Why, in words. */
  why: string;
  /** The same in full, for those who want to hear all of it. */
  rhythm: Rhythm | undefined;
}

export interface Group {
  id: string;
  title: string;
  /** How it is sorted. */
  note: string;
  items: readonly Waiting[];
}

export function useGroups(): (today: Today, rules: readonly Rule[]) => readonly Group[] {
  const { t } = useLingui();
  const why = useWhy();
  const quiet = (today: Today, rules: readonly Rule[]): Group => ({
    id: "quiet",
    title: t`Gone quiet`,
    note: t`longest beyond their own rhythm first`,
    items: today.items.map((item) => {
      const { reason, last } = why(item, rules);
      return {
        key: `quiet-${item.person.id}`,
        person: item.person,
        why: last === undefined ? reason : `${reason} · ${last}`,
        rhythm: { touches: item.marks, label: reason },
      };
    }),
  });
  return (today, rules) => [quiet(today, rules)].filter((group) => group.items.length > 0);
}
