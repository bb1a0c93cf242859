/** Below a letter that went: by when an answer is hoped for, or when it came. */
import { useLingui } from "@lingui/react/macro";
import type { Draft } from "../../bindings/Draft";
import { DayInPlace } from "../../frame/DayInPlace";
import { useFormat } from "../../frame/format";
import css from "./drafts.module.css";
import { useAnswerBy } from "./handActions";

export function AnswerLine({ draft }: { draft: Draft }) {
  const { t } = useLingui();
  const format = useFormat();
  const answerBy = useAnswerBy();
  const { id, answerBy: day, answeredAt, status } = draft.row;
  if (status !== "sent") return null;
  if (answeredAt !== null) {
    const when = format.day(answeredAt);
    return <p className={css.answer} role="status">{t`They answered on ${when}.`}</p>;
  }
  return (
    <div className={css.answer}>
      <DayInPlace label={t`An answer is hoped for by`} value={day} onSave={(to) => answerBy.mutate({ id, ...(to !== null && { day: to }) })} />
    </div>
  );
}
