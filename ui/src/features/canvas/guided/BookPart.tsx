/** Beside a question: what the book says to it, and what of the book can be put on the sheet with one press. */
import { useLingui } from "@lingui/react/macro";
import type { Canvas } from "../../../bindings/Canvas";
import { SectionHead } from "../../../components/layout/Heads";
import { BookSays } from "../BookSays";
import sheet from "../canvas.module.css";
import { Offers } from "../Offers";
import css from "./guided.module.css";
import type { GuidedStep } from "./steps";

export function BookPart({ canvas, step }: { canvas: Canvas; step: GuidedStep }) {
  const { t } = useLingui();
  return (
    <div className={sheet.sides}>
      <section className={css.book} aria-label={t`Your book`}>
        <SectionHead title={t`Your book`} />
        <div className={css.bookSays}>
          <BookSays canvas={canvas} question={step.question} around={(says) => <p className={css.says}>{says}</p>} />
          <p className={css.silent}>{t`It says nothing about this yet. What you log makes it speak.`}</p>
        </div>
        <Offers canvas={canvas} block={step.block} />
      </section>
    </div>
  );
}
