/** The guided mode: one question a screen, with what the book says beside it, and a sentence about how one serves whom at the end. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import type { Canvas } from "../../../bindings/Canvas";
import { SplitPane } from "../../../components/layout/SplitPane";
import { usePrintable } from "../../../frame/printable";
import { BindDialog } from "../BindDialog";
import { useEscape } from "../escape";
import { BookPart } from "./BookPart";
import { FIRST } from "./screens";
import css from "./guided.module.css";
import { useOpenText } from "./guidedWords";
import { QuestionScreen } from "./QuestionScreen";
import { Result } from "./Result";
import { wayThrough } from "./steps";
import { useGuidedDeeds, useGuidedPlace } from "./useGuided";
import { WayHead } from "./WayHead";

export interface GuidedPageProps {
  canvas: Canvas;
  onLeave: () => void;
}

export function GuidedPage({ canvas, onLeave }: GuidedPageProps) {
  const { t } = useLingui();
  const openText = useOpenText();
  const way = wayThrough(canvas, openText);
  const place = useGuidedPlace(canvas, way);
  const deeds = useGuidedDeeds(canvas, openText);
  const [binding, bind] = useState<string | null>(null);
  const [said, say] = useState("");
  const page = useRef<HTMLDivElement>(null);
  // Whoever turns a page wants to know that it holds all that was typed: the screen that is left says it.
  const save = useRef<() => void>(() => undefined);
  const { steps } = way;
  const { at } = place;
  const step = steps[at];
  const bound = canvas.notes.find(({ id }) => id === binding);
  const goTo = (to: number) => {
    save.current();
    const [number, of] = [to + 1, steps.length];
    say(to < of ? t`Question ${number} of ${of}` : t`What came out`);
    place.goTo(to);
  };
  const leave = () => {
    save.current();
    onLeave();
  };
  useEscape(true, leave);
  usePrintable("canvas", canvas.id, canvas.title);
  useEffect(() => {
    const first = page.current?.querySelector<HTMLElement>(FIRST);
    first?.focus();
    // One goes on writing behind what is there.
    if (first instanceof HTMLTextAreaElement) first.setSelectionRange(first.value.length, first.value.length);
    page.current?.parentElement?.scrollTo({ top: 0 });
  }, [at]);
  return (
    <SplitPane sideLabel={t`What your book says`} sideWidth={300} side={step && <BookPart key={step.question} canvas={canvas} step={step} />}>
      <div ref={page} className={css.page}>
        <p className="unseen" role="status">{said}</p>
        <WayHead way={way} at={at} minutes={place.minutes} onGo={goTo} onLeave={leave} />
        {step ? (
          <QuestionScreen
            key={step.question}
            canvas={canvas}
            step={step}
            state={step.state}
            at={at}
            of={steps.length}
            deeds={deeds}
            savingRef={save}
            onGo={goTo}
            onBind={bind}
            onSay={say}
          />
        ) : (
          <Result canvas={canvas} way={way} minutes={place.minutes} onGo={goTo} onLeave={leave} />
        )}
      </div>
      {bound && <BindDialog canvas={canvas} note={bound} onClose={() => bind(null)} />}
    </SplitPane>
  );
}
