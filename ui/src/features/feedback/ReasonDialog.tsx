/** Noting why somebody came, stayed or left, or changing what was noted. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ReasonGiven } from "../../bindings/ReasonGiven";
import { Button } from "../../components/controls/Button";
import { ComboBox } from "../../components/controls/ComboBox";
import { DateField } from "../../components/controls/DateField";
import { TextArea } from "../../components/controls/TextArea";
import { Radios } from "../../components/controls/Toggles";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { dayOf } from "../../frame/clock";
import { useKeptForm } from "../../frame/kept";
import { useSentence } from "../../strings/sentences";
import { useSaveReason } from "./actions";
import css from "./feedback.module.css";
import { reasonWords } from "./queries";
import { SaidPick } from "./SaidPick";

const FORM = "reason";

export interface ReasonDialogProps {
  person: string;
  /** One that is there; nothing: a new one. */
  reason: ReasonGiven | null;
  isOpen: boolean;
  onClose: () => void;
}

export function ReasonDialog({ person, reason, isOpen, onClose }: ReasonDialogProps) {
  const { t } = useLingui();
  return (
    <Dialog
      title={reason ? t`Change the reason` : t`Note a reason`}
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={t`Close`}
      footer={<Button kind="primary" type="submit" form={FORM}>{reason ? t`Save` : t`Note it`}</Button>}
    >
      {isOpen && <Form person={person} reason={reason} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ person, reason, onClose }: Omit<ReasonDialogProps, "isOpen">) {
  const { t } = useLingui();
  const sentence = useSentence();
  const save = useSaveReason();
  const known = useQuery(reasonWords).data;
  const [opened] = useState(() => dayOf(Date.now()));
  const { values, set, forget } = useKeptForm(["feedback", "reason", person, reason?.id ?? "new"], {
    outcome: reason?.outcome ?? ("chosen" as ReasonGiven["outcome"]),
    text: reason?.text ?? "",
    theme: reason?.theme ?? "",
    competitor: reason?.competitor ?? "",
    day: (reason?.day ?? opened) as string | null,
    touchpoint: reason?.said?.touchpoint ?? "",
  });
  const [tried, setTried] = useState(false);
  const isEmpty = values.text.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { day, ...rest } = values;
    if (isEmpty || day === null || save.isPending) return;
    save.mutate({ ...(reason ? { id: reason.id } : { person }), ...rest, day }, { onSuccess: () => { forget(); onClose(); } });
  };
  return (
    <form id={FORM} className={css.form} onSubmit={submit}>
      {save.error && <Notice tone="danger">{sentence(save.error)}</Notice>}
      <Radios
        label={t`Why they`}
        bar
        value={values.outcome}
        onChange={(outcome) => set({ outcome })}
        options={[{ id: "chosen", label: t`chose us` }, { id: "stayed", label: t`stayed` }, { id: "left", label: t`left` }]}
      />
      <TextArea label={t`The reason, in their words`} value={values.text} onChange={(text) => set({ text })} letter rows={3} placeholder={t`You pick up the phone`} error={tried && isEmpty ? t`Say what the reason was.` : null} autoFocus />
      <div className={css.fields}>
        <Known label={t`What you call reasons like it`} placeholder={t`Somebody answers`} words={known?.themes ?? []} value={values.theme} onChange={(theme) => set({ theme })} />
        <Known label={t`Whom else they looked at`} placeholder={t`nobody was named`} words={known?.competitors ?? []} value={values.competitor} onChange={(competitor) => set({ competitor })} />
      </div>
      <div className={css.fields}>
        <SaidPick className={css.grow} person={person} said={reason?.said ?? null} value={values.touchpoint} onChange={(touchpoint, at) => set({ touchpoint, ...(at !== null && { day: dayOf(at) }) })} />
        <DateField className={css.date} label={t`On`} value={values.day} onChange={(day) => set({ day })} />
      </div>
    </form>
  );
}

/** A word of one's own, with those that were used before on offer. */
function Known({ label, placeholder, words, value, onChange }: { label: string; placeholder: string; words: readonly string[]; value: string; onChange: (to: string) => void }) {
  const { t } = useLingui();
  const typed = value.trim().toLocaleLowerCase();
  const fitting = words.filter((word) => word.toLocaleLowerCase().includes(typed));
  return (
    <ComboBox
      className={css.grow}
      label={label}
      placeholder={placeholder}
      free
      options={fitting.map((word) => ({ id: word, label: word }))}
      value={words.includes(value) ? value : null}
      onChange={(id) => id !== null && onChange(id)}
      text={value}
      onText={onChange}
      empty={t`Not named before.`}
    />
  );
}
