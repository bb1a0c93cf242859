/** What the book says about a note, in one line. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { ChannelShare } from "../../bindings/ChannelShare";
import type { Note } from "../../bindings/Note";
import type { NoteFigures } from "../../bindings/NoteFigures";
import { useFormat } from "../../frame/format";
import { useMeansName } from "../../strings/channels";
import { useRelations } from "../../strings/stages";
import css from "./canvas.module.css";
import { useIsOpenNote } from "./guided/guidedWords";

/** A mean of fewer feelings than this says nothing. */
const ENOUGH_FELT = 3;

/** "62 % of touchpoints · feels ▲ 1.4". */
export function useShareWords(): (share: Omit<ChannelShare, "channel">) => string {
  const { t } = useLingui();
  const format = useFormat();
  return ({ touches, of, felt, feltN }) => {
    if (touches === 0) return t`nothing logged yet`;
    const percent = format.percent(touches / of);
    const share = t`${percent} of touchpoints`;
    if (felt === null || feltN < ENOUGH_FELT) return share;
    const mark = felt >= 0.05 ? "▲" : felt <= -0.05 ? "▼" : "▬";
    const mean = format.number(Math.abs(Math.round(felt * 10) / 10));
    return t`${share} · feels ${mark} ${mean}`;
  };
}

export function useFigureWords(): (figures: NoteFigures, text: string) => string {
  const { t } = useLingui();
  const share = useShareWords();
  const people = usePeopleWords();
  const relations = useRelations();
  const channel = useMeansName();
  /** What a note says by itself is not said again below it. */
  const unsaid = (name: string, text: string, line: string) => (name.toLocaleLowerCase() === text.trim().toLocaleLowerCase() ? line : `${name} · ${line}`);
  return (figures, text) => {
    if (figures.of === "channel") return unsaid(channel(figures.share.channel), text, share(figures.share));
    if (figures.of === "relation") {
      return unsaid(relations.name(figures.relation), text, people(figures.count));
    }
    if (!figures.segment) return t`its segment was removed`;
    if (figures.count === null) return t`a newer Rapport wrote its rule`;
    return unsaid(figures.segment.name, text, people(figures.count));
  };
}

/** "214 people". */
export function usePeopleWords(): (count: number) => string {
  const { t } = useLingui();
  return (count) => t`${plural(count, { one: "# person", other: "# people" })}`;
}

export function FigureLine({ note }: { note: Note }) {
  const { t } = useLingui();
  const words = useFigureWords();
  const isOpen = useIsOpenNote();
  if (note.figures) return <span className={css.figures}>{words(note.figures, note.text)}</span>;
  if (note.block === "segments" && !isOpen(note.text)) return <span className={css.figures}>{t`no rule yet`}</span>;
  return null;
}
