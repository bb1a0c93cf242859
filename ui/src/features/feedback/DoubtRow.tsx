/** One doubt. An open one is cleared where it stands: one press, the answer, Enter. */
import { useLingui } from "@lingui/react/macro";
import { Check, Pencil, RotateCcw, Trash2, TriangleAlert } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { Doubt } from "../../bindings/Doubt";
import { Button } from "../../components/controls/Button";
import { TextArea } from "../../components/controls/TextArea";
import { Chip } from "../../components/marks/Chip";
import { join } from "../../components/join";
import { daysBetween, startOf, useNow } from "../../frame/clock";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { useKeptForm } from "../../frame/kept";
import { useSpans } from "../../strings/spans";
import { useClearDoubt, useRemoveDoubt, useReopenDoubt } from "./actions";
import css from "./feedback.module.css";
import { SaidWhere } from "./SaidWhere";

export interface DoubtRowProps {
  doubt: Doubt;
  /** Whether its answer is being written. */
  clearing: boolean;
  onClear: (clears: boolean) => void;
  /** Whose it is, where that is not clear. */
  who?: ReactNode;
  /** Where there is room to change and remove it. */
  onEdit?: (() => void) | undefined;
}

export function DoubtRow({ doubt, who, clearing, onClear, onEdit }: DoubtRowProps) {
  const { t } = useLingui();
  const format = useFormat();
  const spans = useSpans();
  const now = useNow();
  const reopen = useReopenDoubt();
  const remove = useRemoveDoubt();
  // Where the answer was written: the focus goes back to its button.
  const [left, setLeft] = useState(false);
  const { text, answer, clearedOn, raisedOn, said, complaint } = doubt;
  const name = isolated(text);
  const open = clearedOn === null;
  const days = Math.max(0, daysBetween(startOf(raisedOn), now));
  const span = spans.long(days);
  const cleared = clearedOn === null ? "" : format.fullDay(clearedOn);
  const leave = () => {
    setLeft(true);
    onClear(false);
  };
  return (
    <div className={join(css.row, !open && css.over)}>
      <p className={css.words}><bdi>{text}</bdi></p>
      <p className={css.facts}>
        {complaint && <span className={css.mark}><Chip tone="danger" icon={TriangleAlert}>{t`complaint`}</Chip></span>}
        {who}
        <SaidWhere day={raisedOn} said={said} />
        {open ? <span>{days === 0 ? t`open since today` : t`open for ${span}`}</span> : <span>{t`cleared ${cleared}`}</span>}
      </p>
      {answer !== "" && !clearing && <p className={css.answer}><bdi>{answer}</bdi></p>}
      {clearing && open ? (
        <Answer doubt={doubt} onDone={leave} />
      ) : (
        <div className={css.deeds}>
          {open && <Button size="s" icon={Check} aria-label={t`Clear: ${name}`} autoFocus={left} onPress={() => onClear(true)}>{t`Clear`}</Button>}
          {!open && <Button size="s" kind="quiet" icon={RotateCcw} aria-label={t`Open again: ${name}`} onPress={() => reopen.mutate(doubt)}>{t`Open again`}</Button>}
          {onEdit && <Button size="s" kind="quiet" icon={Pencil} aria-label={t`Change: ${name}`} onPress={onEdit} />}
          {onEdit && <Button size="s" kind="quiet" icon={Trash2} aria-label={t`Remove: ${name}`} onPress={() => remove.mutate(doubt)} />}
        </div>
      )}
    </div>
  );
}

function Answer({ doubt, onDone }: { doubt: Doubt; onDone: () => void }) {
  const { t } = useLingui();
  const clear = useClearDoubt();
  const { values, set, forget } = useKeptForm(["feedback", "answer", doubt.id], { answer: doubt.answer });
  const send = () => {
    if (clear.isPending) return;
    clear.mutate({ id: doubt.id, answer: values.answer }, { onSuccess: () => { forget(); onDone(); } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) send();
    else if (event.key === "Escape") onDone();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={css.answering}>
      <TextArea label={t`What did you answer?`} value={values.answer} onChange={(answer) => set({ answer })} onKeyDown={onKeyDown} letter rows={2} autoFocus />
      <div className={css.deeds}>
        <Button size="s" icon={Check} isPending={clear.isPending} onPress={send}>{t`It is cleared`}</Button>
        <Button size="s" kind="quiet" onPress={onDone}>{t`Not yet`}</Button>
      </div>
    </div>
  );
}
