/** One row of Today: who, why in words, and their rhythm as a mark. */
import { Avatar } from "../../components/marks/Avatar";
import { RhythmMark } from "../../components/marks/RhythmMark";
import { ListRow } from "../../components/layout/ListRow";
import { useNow } from "../../frame/clock";
import type { Waiting } from "./groups";
import css from "./today.module.css";

/** What the mark at the end draws. */
export interface Rhythm {
  touches: readonly number[];
  label: string;
}

export function WaitingRow({ row, selected }: { row: Waiting; selected: boolean }) {
  const now = useNow();
  const { name, organisation } = row.person;
  return (
    <ListRow
      mark={<Avatar name={name} parts={row.person} />}
      title={<span title={name}>{name}</span>}
      aside={organisation}
      text={<bdi className={css.why} title={row.why}>{row.why}</bdi>}
      end={row.rhythm && <span className={css.mark}><RhythmMark touches={row.rhythm.touches} until={now} label={row.rhythm.label} /></span>}
      selected={selected}
    />
  );
}
