/** One question: the answer in words, the notes that come of it, examples for whoever wants some, and the way on. */
import { useLingui } from "@lingui/react/macro";
import { ArrowLeft, ArrowRight, ChevronRight, CircleHelp } from "lucide-react";
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useState } from "react";
import type { Canvas } from "../../../bindings/Canvas";
import { Button } from "../../../components/controls/Button";
import { TextArea } from "../../../components/controls/TextArea";
import { join } from "../../../components/join";
import { useKeptForm } from "../../../frame/kept";
import { useCanvasWords } from "../words";
import { BACK_KEY } from "./screens";
import css from "./guided.module.css";
import { useGuidedWords } from "./guidedWords";
import { NotesPart } from "./NotesPart";
import { type GuidedStep, type StepState, answerTo } from "./steps";
import type { GuidedDeeds } from "./useGuided";

export interface QuestionScreenProps {
  canvas: Canvas;
  step: GuidedStep;
  state: StepState;
  at: number;
  of: number;
  deeds: GuidedDeeds;
  /** Where the screen leaves how to save what is typed on it. */
  savingRef: RefObject<() => void>;
  onGo: (at: number) => void;
  onBind: (note: string) => void;
  onSay: (text: string) => void;
}

export function QuestionScreen({ canvas, step, state, at, of, deeds, savingRef, onGo, onBind, onSay }: QuestionScreenProps) {
  const { t } = useLingui();
  const words = useCanvasWords();
  const guided = useGuidedWords();
  const { block, question } = step;
  const given = answerTo(canvas, question);
  // The same words that stand half typed beside the sheet.
  const form = useKeptForm(["people", "inPlace", "canvas", canvas.id, question], { text: given });
  const { text } = form.values;
  const asked = words.question(question);
  const aim = guided.aim(block);
  const name = words.block(block);
  const save = () => {
    const said = text.trim();
    form.forget();
    if (said !== given.trim()) deeds.answer(step, said, () => form.set({ text }));
  };
  useLayoutEffect(() => {
    savingRef.current = save;
  });
  useLayoutEffect(() => () => { savingRef.current = () => undefined; }, [savingRef]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const on = (event.key === "Enter" && (event.ctrlKey || event.metaKey)) || event.key === "PageDown";
    if (!on && event.key !== "PageUp") return;
    event.preventDefault();
    if (on) onGo(at + 1);
    else if (at > 0) onGo(at - 1);
  };
  const leaveUnknown = () => {
    deeds.leaveUnknown(step);
    onGo(at + 1);
    onSay(t`Put on the sheet as an assumption: “${asked}”`);
  };
  return (
    <div className={css.screen} onKeyDown={onKeyDown}>
      <div className={css.question}>
        {at === 0 && <p className={css.intro}>{t`Who your customers are, which channels suit them, and how you deal with them. Leave whenever you like: everything is kept, and you go on where you were.`}</p>}
        <div>
          <p className={css.block}>{aim ? t`${name}: ${aim}` : name}</p>
          <h1 className={css.asked}>{asked}</h1>
          <p className={css.hint}>{guided.hint(question)}</p>
        </div>
        <TextArea aria-label={t`Answer: ${asked}`} value={text} onChange={(to) => form.set({ text: to })} onBlur={save} placeholder={t`Your answer, in your own words`} rows={3} className={css.answer} />
        <Examples of={guided.examples(question)} />
        <NotesPart canvas={canvas} step={step} onAdd={(said) => deeds.addNote(step, said)} onBind={onBind} onSay={onSay} />
        {state === "unknown" && text.trim() === "" && (
          <p className={css.unknownLine}><CircleHelp size={15} strokeWidth={1.75} aria-hidden />{t`Not known yet: it stands on the sheet as an assumption. Once you answer here, that note is put away.`}</p>
        )}
      </div>
      <footer className={css.foot}>
        <Button icon={ArrowLeft} keys={BACK_KEY} isDisabled={at === 0} onPress={() => onGo(at - 1)}>{t`Back`}</Button>
        <span className={css.gap} />
        {text.trim() === "" && state !== "unknown" && <Button kind="quiet" onPress={leaveUnknown}>{t`Don’t know yet`}</Button>}
        <Button kind="primary" icon={ArrowRight} keys="mod+enter" onPress={() => onGo(at + 1)}>{at + 1 < of ? t`Next question` : t`What came out`}</Button>
      </footer>
    </div>
  );
}

function Examples({ of }: { of: readonly string[] }) {
  const { t } = useLingui();
  const id = useId();
  const [isOpen, open] = useState(false);
  if (of.length === 0) return null;
  return (
    <div className={css.examples}>
      <Button kind="quiet" size="s" aria-expanded={isOpen} aria-controls={id} className={css.examplesButton} onPress={() => open(!isOpen)}>
        <ChevronRight size={14} strokeWidth={1.75} aria-hidden className={join(css.turn, isOpen && css.turned)} />
        {t`Example answers`}
      </Button>
      <div id={id} hidden={!isOpen}>
        <p className={css.quiet}>{t`Made up, from firms that do not exist. Yours will be different.`}</p>
        <ul className={css.exampleList}>{of.map((one) => <li key={one}>{one}</li>)}</ul>
      </div>
    </div>
  );
}
