/** A step of a track is done: what was said and how it felt is logged with it, in one step. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import type { Channel } from "../bindings/Channel";
import { Button } from "../components/controls/Button";
import { Select } from "../components/controls/Select";
import { TextArea } from "../components/controls/TextArea";
import { Dialog } from "../components/overlays/Dialog";
import { Refusals } from "./Refusals";
import { channels, useMeansName } from "../strings/channels";
import { feelings, useFeelingWords } from "../strings/feelings";
import css from "./doStep.module.css";
import { useDoStep } from "./trackSteps";

const FORM = "do-step";
const unsaid = "unsaid";

export interface DoStepProps {
  step: string;
  what: string;
  channel: string;
  person: { id: string; name: string };
  onClose: () => void;
}

export function DoStep({ step, what, channel: planned, person, onClose }: DoStepProps) {
  const { t } = useLingui();
  const means = useMeansName();
  const { word } = useFeelingWords();
  const save = useDoStep();
  const [channel, setChannel] = useState(planned as Channel);
  const [text, setText] = useState("");
  const [felt, setFelt] = useState(unsaid);
  const { name } = person;
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ step, touchpoint: { people: [person.id], channel, title: what, text, ...(felt !== unsaid && { felt: Number(felt) }) } }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t`Done with ${name}`} isOpen onClose={onClose} closeLabel={t`Close`} footer={<Button kind="primary" type="submit" form={FORM} isPending={save.isPending}>{t`Log it`}</Button>}>
      <form id={FORM} className={css.form} onSubmit={send}>
        <Refusals person={person.id} />
        <p className={css.planned}>{what}</p>
        <Select label={t`Through what`} options={channels.map((one) => ({ id: one, label: means(one) }))} value={channel} onChange={setChannel} />
        <TextArea label={t`What was said`} value={text} onChange={setText} rows={3} autoFocus />
        <Select label={t`How it felt`} options={[{ id: unsaid, label: t`Not said` }, ...feelings.map((one) => ({ id: String(one), label: word(one) }))]} value={felt} onChange={setFelt} />
      </form>
    </Dialog>
  );
}
