/** Beside the sheet: the questions that guide the block with the answers given, and what the book says to each. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { BlockPlan } from "../../bindings/BlockPlan";
import type { Canvas } from "../../bindings/Canvas";
import type { Question } from "../../bindings/Question";
import { SectionHead } from "../../components/layout/Heads";
import { InPlace } from "../../frame/InPlace";
import { useAnswer } from "./actions";
import { BookSays } from "./BookSays";
import css from "./canvas.module.css";
import { Offers } from "./Offers";
import { useCanvasWords } from "./words";

export function BlockSide({ canvas, plan }: { canvas: Canvas; plan: BlockPlan }) {
  const { t } = useLingui();
  const words = useCanvasWords();
  const { block, questions } = plan;
  const answered = questions.filter((question) => canvas.answers.some((answer) => answer.question === question)).length;
  const left = questions.length - answered;
  return (
    <section className={css.side} aria-label={words.block(block)}>
      <SectionHead title={words.block(block)} />
      <p className={css.sideLine}>
        {questions.length === 0
          ? words.hint(block)
          : left === 0
            ? t`All its questions are answered`
            : t`${plural(left, { one: "One question is open", other: "# questions are open" })}`}
      </p>
      {questions.map((question) => <QuestionPart key={question} canvas={canvas} question={question} />)}
      <Offers canvas={canvas} block={block} />
    </section>
  );
}

function QuestionPart({ canvas, question }: { canvas: Canvas; question: Question }) {
  const { t } = useLingui();
  const words = useCanvasWords();
  const answer = useAnswer();
  const given = canvas.answers.find((one) => one.question === question)?.text ?? "";
  const asked = words.question(question);
  return (
    <section className={css.question}>
      <h3 className={css.asked}>{asked}</h3>
      <InPlace
        key={question}
        label={t`Answer: ${asked}`}
        value={given}
        onSave={(text) => answer.mutate({ canvas: canvas.id, question, text })}
        keep={["canvas", canvas.id, question]}
        placeholder={t`Not answered yet`}
        lines
      />
      <BookSays canvas={canvas} question={question} around={(says) => <p className={css.says}><Trans>Your book: {says}</Trans></p>} />
    </section>
  );
}
