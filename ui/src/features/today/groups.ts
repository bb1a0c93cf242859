/** The sections of Today. Each later reason to get in touch is one more group here. */
import { useLingui } from "@lingui/react/macro";
import type { PersonRow } from "../../bindings/PersonRow";
import type { Today } from "../../bindings/Today";
import type { TrackDue } from "../../bindings/TrackDue";
import { isolated } from "../../frame/isolated";
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
  /** The step of a track that is due. */
  step?: TrackDue;
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
    items: today.items.filter((item) => item.why.reason !== "track").map((item) => {
      const { reason, last } = why(item);
      return {
        key: `quiet-${item.person.id}`,
        person: item.person,
        why: last === undefined ? reason : `${reason} · ${last}`,
        rhythm: { touches: item.marks, label: reason },
      };
    }),
  });
  const planned = (today: Today): Group => ({
    id: "tracks",
    title: t`On a track`,
    note: t`the step that is due`,
    items: today.items.flatMap((item) => {
      const step = item.why.track;
      if (!step) return [];
      const [name, what, place, of] = [isolated(step.name), isolated(step.what), step.place, step.of];
      const why = t`${what} · ${name}, step ${place} of ${of}`;
      return [{ key: `track-${item.person.id}`, person: item.person, why, rhythm: undefined, step }];
    }),
  });
  return (today) => [planned(today), quiet(today)].filter((group) => group.items.length > 0);
}
