/** A question was asked once more: which, by whom, and in which touchpoint. On a person's page a new one can be typed. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { CustomerQuestion } from "../../bindings/CustomerQuestion";
import type { NamedPerson } from "../../bindings/NamedPerson";
import { Button } from "../../components/controls/Button";
import { ComboBox } from "../../components/controls/ComboBox";
import { DateField } from "../../components/controls/DateField";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { dayOf } from "../../frame/clock";
import { PersonPick } from "../../frame/PersonPick";
import { useSentence } from "../../strings/sentences";
import { useAskedAgain } from "./actions";
import css from "./feedback.module.css";
import { questionsWith } from "./queries";
import { SaidPick } from "./SaidPick";

const FORM = "asked";
const OFFERED = 8;

export interface AskDialogProps {
  /** The one that was asked; nothing: to be chosen or typed. */
  question: CustomerQuestion | null;
  /** Who asked; nothing: to be chosen, or nobody of the book. */
  person: NamedPerson | null;
  onClose: () => void;
}

export function AskDialog({ question, person, onClose }: AskDialogProps) {
  const { t } = useLingui();
  const sentence = useSentence();
  const ask = useAskedAgain();
  const [chosen, choose] = useState<string | null>(question?.id ?? null);
  const [text, setText] = useState(question?.text ?? "");
  const [who, setWho] = useState(person);
  const [touchpoint, setTouchpoint] = useState("");
  const [day, setDay] = useState<string | null>(() => dayOf(Date.now()));
  const known = useQuery({ ...questionsWith({ text, limit: OFFERED }), enabled: question === null }).data?.items ?? [];
  const isEmpty = text.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isEmpty || day === null || ask.isPending) return;
    ask.mutate({ question: chosen, text, person: who?.id ?? null, touchpoint, day }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={question ? t`Asked again` : t`They asked`}
      isOpen
      onClose={onClose}
      closeLabel={t`Close`}
      footer={<Button kind="primary" type="submit" form={FORM} isDisabled={isEmpty}>{t`Count it`}</Button>}
    >
      <form id={FORM} className={css.form} onSubmit={submit}>
        {ask.error && <Notice tone="danger">{sentence(ask.error)}</Notice>}
        {question ? (
          <p className={css.words}><bdi>{question.text}</bdi></p>
        ) : (
          <ComboBox
            label={t`What did they ask?`}
            hint={t`One that was asked before, or a new one.`}
            free
            autoFocus
            options={known.map((one) => ({ id: one.id, label: one.text }))}
            value={chosen}
            onChange={(id) => {
              choose(id);
              const one = known.find((found) => found.id === id);
              if (one) setText(one.text);
            }}
            text={text}
            onText={(to) => {
              setText(to);
              // Other words are another question.
              if (known.find(({ id }) => id === chosen)?.text !== to) choose(known.find((one) => one.text === to)?.id ?? null);
            }}
            empty={t`Nobody asked that before.`}
          />
        )}
        {!person && <PersonPick label={t`Who asked`} hint={t`Nobody of the book when left empty.`} person={who} onChange={(to) => { setWho(to); setTouchpoint(""); }} />}
        <div className={css.fields}>
          {who && <SaidPick className={css.grow} person={who.id} value={touchpoint} onChange={(to, at) => { setTouchpoint(to); if (at !== null) setDay(dayOf(at)); }} />}
          <DateField className={css.date} label={t`On`} value={day} onChange={setDay} />
        </div>
      </form>
    </Dialog>
  );
}
