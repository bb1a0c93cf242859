/** Beside the sheet: the riskiest assumptions, and weak spots that plain rules found, each with one press that helps. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useState } from "react";
import type { Canvas } from "../../bindings/Canvas";
import type { Note } from "../../bindings/Note";
import type { SheetHint } from "../../bindings/SheetHint";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { useFormat } from "../../frame/format";
import { useRestHint } from "./actions";
import css from "./canvas.module.css";
import { useIsOpenNote } from "./guided/guidedWords";
import { hintsOf } from "./queries";
import { useEvidenceWords } from "./Sure";
import type { SheetDeeds } from "./useSheet";
import own from "./versions.module.css";
import { useCanvasWords } from "./words";

/** So many of the riskiest are shown. */
const MOST = 5;

export function Riskiest({ notes, onShow }: { notes: readonly Note[]; onShow: (note: Note) => void }) {
  const { t } = useLingui();
  const words = useEvidenceWords();
  const risky = notes.filter(({ judgement }) => judgement.risk > 0).sort((a, b) => b.judgement.risk - a.judgement.risk).slice(0, MOST);
  if (risky.length === 0) return null;
  return (
    <section className={css.side} aria-label={t`Riskiest assumptions`}>
      <SectionHead title={t`Riskiest assumptions`} />
      <ul className={own.list}>
        {risky.map((note) => {
          const evidence = words(note.judgement.evidence);
          const weight = note.judgement.importance;
          return (
            <li key={note.id} className={own.item}>
              <Button kind="quiet" size="s" className={own.show} onPress={() => onShow(note)}><bdi>{note.text}</bdi></Button>
              <p className={own.line}>{weight > 0 ? t`${evidence} · importance ${weight} of 3` : t`${evidence} · importance not said`}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export interface WorthALookProps {
  canvas: Canvas;
  deeds: SheetDeeds;
  onShow: (note: Note) => void;
}

export function WorthALook({ canvas, deeds, onShow }: WorthALookProps) {
  const { t } = useLingui();
  const { data: hints = [] } = useQuery(hintsOf(canvas.id));
  const isOpen = useIsOpenNote();
  const [showsResting, showResting] = useState(false);
  // The sheet may be ahead of the hints for a moment: a hint about a note that is gone is not shown.
  // Nor one that a note should have a rule which only says that something is not known yet.
  const there = hints.filter(({ note, kind, text }) => (note === null || canvas.notes.some(({ id }) => id === note)) && !(kind === "noRule" && isOpen(text)));
  const open = there.filter(({ atRest }) => !atRest);
  const resting = there.length - open.length;
  if (there.length === 0) return null;
  const shown = showsResting ? there : open;
  return (
    <section className={css.side} aria-label={t`Worth a look`}>
      <SectionHead title={t`Worth a look`} count={open.length > 0 ? open.length : undefined} />
      <ul className={own.list}>
        {shown.map((hint) => <Hint key={`${hint.kind} ${hint.note ?? hint.block}`} hint={hint} canvas={canvas} deeds={deeds} onShow={onShow} />)}
      </ul>
      {resting > 0 && (
        <div>
          <Button kind="quiet" size="s" aria-expanded={showsResting} onPress={() => showResting(!showsResting)}>{t`${plural(resting, { one: "# may stay as it is", other: "# may stay as they are" })}`}</Button>
        </div>
      )}
    </section>
  );
}

function Hint({ hint, canvas, deeds, onShow }: { hint: SheetHint } & WorthALookProps) {
  const { t } = useLingui();
  const says = useHintWords();
  const rest = useRestHint();
  const { kind, block, text, atRest } = hint;
  const note = canvas.notes.find(({ id }) => id === hint.note);
  const mend = ((): { label: string; run: () => void } | null => {
    if (kind === "emptyBlock") return { label: t`Write a note`, run: () => deeds.add({ block, note: null }) };
    if (kind === "noRule" && note) return { label: t`Give it a rule`, run: () => deeds.bind(note.id) };
    if (kind === "duplicate" && note) return { label: t`Put it away`, run: () => deeds.archive(note) };
    if (kind === "overdue" && note) return { label: t`Write the result`, run: () => deeds.judge(note.id) };
    if (kind === "tooLong" && note) return { label: t`Shorten it`, run: () => deeds.edit(note.id) };
    if (kind === "twoIdeas" && note) return { label: t`Change it`, run: () => deeds.edit(note.id) };
    if ((kind === "lacksLinks" || kind === "servesNobody") && note) return { label: t`Link it`, run: () => deeds.link(note.id) };
    return null;
  })();
  return (
    <li className={own.item}>
      {note && <Button kind="quiet" size="s" className={own.show} onPress={() => onShow(note)}><bdi className={own.clamp}>{text}</bdi></Button>}
      <p className={own.line}>{says(hint)}</p>
      <div className={css.sourceDeeds}>
        {mend && !atRest && <Button size="s" onPress={mend.run}>{mend.label}</Button>}
        {note && !atRest && <Button kind="quiet" size="s" icon={Check} onPress={() => rest.mutate({ id: note.id, kind, rest: true })}>{t`It may stay`}</Button>}
        {note && atRest && <Button kind="quiet" size="s" onPress={() => rest.mutate({ id: note.id, kind, rest: false })}>{t`Tell me again`}</Button>}
      </div>
    </li>
  );
}

function useHintWords(): (hint: SheetHint) => string {
  const { t } = useLingui();
  const format = useFormat();
  const words = useCanvasWords();
  return ({ kind, block, day, last, words: count, lacks, from, to }) => {
    const name = words.block(block);
    switch (kind) {
      case "overdue": {
        const since = day === null ? "" : format.day(day);
        return t`Its test was to be looked at on ${since}, and no result is written down.`;
      }
      case "emptyBlock":
        return t`${name} is empty while other blocks are full.`;
      case "noRule":
        return t`No rule says who belongs to this segment.`;
      case "unusedChannel": {
        const when = last === null ? null : format.day(last);
        return when === null ? t`Nothing was ever logged through this channel.` : t`Nothing was logged through this channel for 90 days; the last was on ${when}.`;
      }
      case "unservedRelation":
        return t`Nobody is served with this type of relationship.`;
      case "duplicate":
        return t`Another note in ${name} says the same.`;
      case "sheetOverdue": {
        const since = day === null ? "" : format.day(day);
        return t`The sheet was to be looked at on ${since}. Keep a version, go through it, and choose the next day.`;
      }
      case "costsMore":
        return t`Serving them is planned to cost more than they bring.`;
      case "unwatched":
        return t`It is served by what runs by itself, and nobody watches that. Say who does, under “How segments are served”.`;
      case "lacksLinks": {
        const missing = format.list(lacks.map((one) => words.block(one)));
        return t`Nothing links it with ${missing}.`;
      }
      case "servesNobody":
        return t`It is linked with nothing: whom does it serve?`;
      case "numbersMoved": {
        const [before, after] = [format.number(from ?? 0), format.number(to ?? 0)];
        return t`${before} people at the last version, ${after} now.`;
      }
      case "oneSize":
        return t`All segments are served with the same closeness. One size seldom fits all.`;
      case "twoIdeas":
        return t`It says two things at once; each deserves a note.`;
      case "noHeading":
        return t`Nobody will know later for whom and by whom this sheet was made: write it below the title.`;
      case "tooLong": {
        const many = count ?? 0;
        return t`It has ${many} words; a note says one thing best in twenty.`;
      }
    }
  };
}
