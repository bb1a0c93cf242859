/** Noting a doubt of somebody, or changing one. What was typed survives Esc. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import type { Doubt } from "../../bindings/Doubt";
import { Button } from "../../components/controls/Button";
import { DateField } from "../../components/controls/DateField";
import { TextArea } from "../../components/controls/TextArea";
import { Checkbox } from "../../components/controls/Toggles";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { dayOf } from "../../frame/clock";
import { useKeptForm } from "../../frame/kept";
import { useSentence } from "../../strings/sentences";
import { useSaveDoubt } from "./actions";
import css from "./feedback.module.css";
import { SaidPick } from "./SaidPick";

const FORM = "doubt";

export interface DoubtDialogProps {
  person: string;
  /** One that is there; nothing: a new one. */
  doubt: Doubt | null;
  isOpen: boolean;
  onClose: () => void;
}

export function DoubtDialog({ person, doubt, isOpen, onClose }: DoubtDialogProps) {
  const { t } = useLingui();
  return (
    <Dialog
      title={doubt ? t`Change the doubt` : t`Note a doubt`}
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={t`Close`}
      footer={<Button kind="primary" type="submit" form={FORM}>{doubt ? t`Save` : t`Note it`}</Button>}
    >
      {isOpen && <Form person={person} doubt={doubt} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ person, doubt, onClose }: Omit<DoubtDialogProps, "isOpen">) {
  const { t } = useLingui();
  const sentence = useSentence();
  const save = useSaveDoubt();
  const [opened] = useState(() => dayOf(Date.now()));
  const { values, set, forget } = useKeptForm(["feedback", "doubt", person, doubt?.id ?? "new"], {
    text: doubt?.text ?? "",
    day: (doubt?.raisedOn ?? opened) as string | null,
    touchpoint: doubt?.said?.touchpoint ?? "",
    answer: doubt?.answer ?? "",
    complaint: doubt?.complaint ?? false,
  });
  const [tried, setTried] = useState(false);
  const isEmpty = values.text.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { text, day, touchpoint, answer, complaint } = values;
    if (isEmpty || day === null || save.isPending) return;
    save.mutate(
      { ...(doubt ? { id: doubt.id } : { person }), text, raisedOn: day, touchpoint, answer, complaint },
      {
        onSuccess: () => {
          forget();
          onClose();
        },
      },
    );
  };
  return (
    <form id={FORM} className={css.form} onSubmit={submit}>
      {save.error && <Notice tone="danger">{sentence(save.error)}</Notice>}
      <TextArea label={t`What are they not sure of?`} value={values.text} onChange={(text) => set({ text })} letter rows={3} placeholder={t`Will it still fit when the terrace opens?`} error={tried && isEmpty ? t`Say what the doubt is.` : null} autoFocus />
      <Checkbox isSelected={values.complaint} onChange={(complaint) => set({ complaint })} hint={t`No offer goes to them until it is cleared.`}>{t`They complain of it`}</Checkbox>
      <div className={css.fields}>
        <SaidPick className={css.grow} person={person} said={doubt?.said ?? null} value={values.touchpoint} onChange={(touchpoint, at) => set({ touchpoint, ...(at !== null && { day: dayOf(at) }) })} />
        <DateField className={css.date} label={t`On`} value={values.day} onChange={(day) => set({ day })} />
      </div>
      {doubt && <TextArea label={t`What we answered`} value={values.answer} onChange={(answer) => set({ answer })} letter rows={3} />}
    </form>
  );
}
