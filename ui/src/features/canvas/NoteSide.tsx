/** Beside the sheet: the note one is on, with more about it, its colour, and where its figures come from. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Link2 } from "lucide-react";
import type { Canvas } from "../../bindings/Canvas";
import type { Note } from "../../bindings/Note";
import { Button } from "../../components/controls/Button";
import { HuePick } from "../../components/controls/HuePick";
import { SectionHead } from "../../components/layout/Heads";
import { InPlace } from "../../frame/InPlace";
import { hues, useHueName } from "../../strings/hues";
import { useBind, useEditNote } from "./actions";
import { boundTo } from "./bindings";
import { ActionPart } from "./ActionPart";
import css from "./canvas.module.css";
import { useFigureWords } from "./Figures";
import { Members } from "./Members";
import { JudgePart } from "./JudgePart";
import { LinkPart } from "./LinkPart";
import { ProofPart } from "./ProofPart";

export interface NoteSideProps {
  canvas: Canvas;
  note: Note;
  onBind: () => void;
  onLink: () => void;
  onShow: (note: Note) => void;
  /** How often the key for its evidence was pressed. */
  judged: number;
  onLeave: () => void;
}

export function NoteSide({ canvas, note, onBind, onLink, onShow, judged, onLeave }: NoteSideProps) {
  const { t } = useLingui();
  const hueName = useHueName();
  const edit = useEditNote();
  const bind = useBind();
  const words = useFigureWords();
  const { id, block, text, detail, hue, figures, binding } = note;
  const bindable = boundTo(canvas.blocks, block) !== null;
  return (
    <section className={css.side} aria-label={t`The note`}>
      <SectionHead title={t`Note`} />
      <div className={css.sideNote}>
        <InPlace label={t`Text of the note`} value={text} onSave={(to) => edit.mutate({ id, text: to })} keep={["canvas", id, "text"]} placeholder={t`What it says`} lines needed />
      </div>
      <h3 className={css.asked}>{t`More about it`}</h3>
      <InPlace label={t`More about it`} value={detail} onSave={(to) => edit.mutate({ id, detail: to })} keep={["canvas", id, "detail"]} placeholder={t`Why you think so, and what would prove it wrong`} lines />
      <HuePick label={t`Colour`} options={hues.map((one) => ({ hue: one, name: hueName(one) }))} value={hue} onChange={(to) => edit.mutate({ id, hue: to })} />
      {(binding || bindable) && (
        <div className={css.source}>
          <h3 className={css.asked}>{t`Figures`}</h3>
          <p className={css.sideLine}>{figures ? words(figures, "") : t`Nothing in the book is bound to it yet.`}</p>
          {figures?.of === "segment" && figures.segment && figures.count !== null && <Members id={figures.segment.id} />}
          <div className={css.sourceDeeds}>
            {figures?.of === "segment" && figures.segment && (
              <Link to="/segments" search={{ show: figures.segment.id } as never} className={css.linkButton}>{t`Show them`}</Link>
            )}
            {bindable && <Button size="s" icon={Link2} keys="b" onPress={onBind}>{binding ? t`Change` : t`Bind to the book`}</Button>}
            {binding && <Button size="s" kind="quiet" onPress={() => bind.mutate({ id })}>{t`Unbind`}</Button>}
          </div>
        </div>
      )}
      <ActionPart note={note} canvas={canvas} onBind={onBind} />
      <LinkPart canvas={canvas} note={note} onLink={onLink} onShow={onShow} />
      <ProofPart note={note} />
      <JudgePart note={note} asked={judged} onLeave={onLeave} />
    </section>
  );
}
