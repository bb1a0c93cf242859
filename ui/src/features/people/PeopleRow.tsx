/** A person in the list: who, tags, stage, the last touchpoint and how it felt, their rhythm. Narrow windows leave out what matters least. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Check } from "lucide-react";
import { memo } from "react";
import type { PersonRow } from "../../bindings/PersonRow";
import { join } from "../../components/join";
import { Avatar } from "../../components/marks/Avatar";
import { Chip } from "../../components/marks/Chip";
import { Felt } from "../../components/marks/Felt";
import { daysBetween, useNow } from "../../frame/clock";
import { useFormat } from "../../frame/format";
import { feelingOf, useFeelingWords } from "../../strings/feelings";
import { useSpans } from "../../strings/spans";
import { useStages } from "../../strings/stages";
import { hueOf } from "./hues";
import css from "./list.module.css";

/** Drawn again only when the person changes: while one scrolls through a hundred thousand, the rows that stay cost nothing. */
export const PeopleRow = memo(function PeopleRow({ row, picked }: { row: PersonRow; picked: boolean }) {
  const stages = useStages();
  const role = [row.title, row.organisation].filter(Boolean).join(" · ");
  return (
    <span className={css.row}>
      <span className={css.mark}>
        {picked ? <span className={css.tick}><Check size={16} strokeWidth={2.5} aria-hidden /></span> : <Avatar name={row.name} parts={row} />}
      </span>
      <span className={css.who}>
        <bdi className={css.name} title={row.name}>{row.name}</bdi>
        {role && <bdi className={css.role} title={role}>{role}</bdi>}
      </span>
      <span className={css.tags}>
        {row.tags.slice(0, 2).map((tag) => <Chip key={tag.id} hue={hueOf(tag.hue)}><span title={tag.name}>{tag.name}</span></Chip>)}
        {row.tags.length > 2 && <span className={css.quiet} title={row.tags.slice(2).map((tag) => tag.name).join(", ")}>+{row.tags.length - 2}</span>}
      </span>
      <span className={css.stage}>{row.stage && stages.name(row.stage)}</span>
      {row.binnedAt === null ? <><Last row={row} /><Rhythm row={row} /></> : <Binned at={row.binnedAt} />}
    </span>
  );
});

function Last({ row }: { row: PersonRow }) {
  const format = useFormat();
  const { word } = useFeelingWords();
  if (row.lastAt === null) return <span className={css.last}><span className={css.quiet}><Trans>nothing logged</Trans></span></span>;
  return (
    <span className={css.last}>
      <span>{format.day(row.lastAt)}</span>
      {row.lastFelt !== null && <span className={css.felt}><Felt value={feelingOf(row.lastFelt)} word={word(feelingOf(row.lastFelt))} withWord /></span>}
    </span>
  );
}

function Rhythm({ row }: { row: PersonRow }) {
  const { t } = useLingui();
  const spans = useSpans();
  const now = useNow();
  if (row.lastAt === null) return <span className={css.rhythm} />;
  const silent = daysBetween(row.lastAt, now);
  const length = spans.long(silent);
  // Twice their own gap is what brings them to Today.
  const late = row.usualGapDays !== null && silent > 2 * row.usualGapDays;
  return (
    <span className={css.rhythm}>
      <span>{row.usualGapDays !== null && spans.every(row.usualGapDays)}</span>
      <span className={join(css.silent, late && css.late)}>{silent < 1 ? t`spoken today` : t`${length} silent`}</span>
    </span>
  );
}

function Binned({ at }: { at: number }) {
  const format = useFormat();
  const day = format.day(at);
  return <span className={css.last}><span className={css.quiet}><Trans>in the bin since {day}</Trans></span></span>;
}
