/** Noting what somebody was told: something of the sheet as it holds, or other words. What was typed survives Esc. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ToldTopic } from "../../bindings/ToldTopic";
import { Button } from "../../components/controls/Button";
import { DateField } from "../../components/controls/DateField";
import { Select } from "../../components/controls/Select";
import { TextArea } from "../../components/controls/TextArea";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { dayOf, useNow } from "../../frame/clock";
import { useKeptForm } from "../../frame/kept";
import { useSentence } from "../../strings/sentences";
import { useTell } from "./expectationActions";
import css from "./expectations.module.css";
import { expectations } from "./queries";
import { toldTopics, topicNames } from "./topicNames";

const FORM = "tell";
const OWN = "own";

export interface TellDialogProps {
  person: string;
  isOpen: boolean;
  onClose: () => void;
}

export function TellDialog({ person, isOpen, onClose }: TellDialogProps) {
  const { t } = useLingui();
  return (
    <Dialog title={t`Note what they were told`} isOpen={isOpen} onClose={onClose} closeLabel={t`Close`} footer={<Button kind="primary" type="submit" form={FORM}>{t`Note it`}</Button>}>
      {isOpen && <Form person={person} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ person, onClose }: Omit<TellDialogProps, "isOpen">) {
  const { t, i18n } = useLingui();
  const sentence = useSentence();
  const tell = useTell();
  const today = dayOf(useNow());
  const sheet = (useQuery(expectations(today)).data ?? []).filter(({ endedOn }) => endedOn === null);
  const [opened] = useState(today);
  const { values, set, forget } = useKeptForm(["promises", "tell", person], { expectation: OWN, topic: "other" as ToldTopic, text: "", day: opened as string | null });
  const [tried, setTried] = useState(false);
  const isOwn = values.expectation === OWN;
  const isEmpty = isOwn && values.text.trim() === "";
  const chosen = sheet.find(({ id }) => id === values.expectation);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { expectation, topic, text, day } = values;
    if (isEmpty || day === null || tell.isPending) return;
    tell.mutate({ person, day, ...(isOwn ? { topic, text } : { expectation }) }, { onSuccess: () => { forget(); onClose(); } });
  };
  return (
    <form id={FORM} className={css.form} onSubmit={submit}>
      {tell.error && <Notice tone="danger">{sentence(tell.error)}</Notice>}
      <Select
        label={t`What they were told`}
        options={[...sheet.map(({ id, name, text }) => ({ id, label: name, detail: text })), { id: OWN, label: t`In other words` }]}
        value={values.expectation}
        onChange={(expectation) => set({ expectation })}
        autoFocus
      />
      {isOwn ? (
        <>
          <Select label={t`About`} options={toldTopics.map((id) => ({ id, label: i18n._(topicNames[id]) }))} value={values.topic} onChange={(topic) => set({ topic })} />
          <TextArea label={t`In which words`} value={values.text} onChange={(text) => set({ text })} letter rows={3} placeholder={t`No grinder before spring`} error={tried && isEmpty ? t`Say what they were told.` : null} />
        </>
      ) : (
        <p className={css.words}><bdi>{chosen?.text}</bdi></p>
      )}
      <DateField className={css.date} label={t`On`} value={values.day} onChange={(day) => set({ day })} />
    </form>
  );
}
