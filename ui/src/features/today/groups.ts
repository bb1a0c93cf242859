/** The sections of Today. Each later reason to get in touch is one more group here. */
import { useLingui } from "@lingui/react/macro";
import type { PersonRow } from "../../bindings/PersonRow";
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

export function useGroups(): (today: Today) => readonly Group[] {
  const { t } = useLingui();
  const why = useWhy();
  const quiet = (today: Today): Group => ({
    id: "quiet",
    title: t`Gone quiet`,
    note: t`longest beyond their own rhythm first`,
    items: today.items.map((item) => {
      const { reason, last } = why(item);
      return {
        key: `quiet-${item.person.id}`,
        person: item.person,
        why: last === undefined ? reason : `${reason} · ${last}`,
        rhythm: { touches: item.marks, label: reason },
      };
    }),
  });
  return (today) => [quiet(today)].filter((group) => group.items.length > 0);
}
