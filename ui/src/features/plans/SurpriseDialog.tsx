/** Noting a surprise: to whom, what, what it cost, how it was taken. It becomes a touchpoint of the log. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Channel } from "../../bindings/Channel";
import type { NamedPerson } from "../../bindings/NamedPerson";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { currencies, readAmount } from "../../frame/money";
import { PersonPick } from "../../frame/PersonPick";
import { useChannelName } from "../../strings/channels";
import { feelings, useFeelingWords } from "../../strings/feelings";
import { useSentence } from "../../strings/sentences";
import { useGiveSurprise } from "./actions";
import css from "./plans.module.css";

export interface SurpriseStart {
  person?: NamedPerson;
  text?: string;
  idea?: string;
}

const FORM = "surprise";
const NONE = "none";
// eslint-disable-next-line lingui/no-unlocalized-strings -- a code of ISO 4217
const FIRST_CURRENCY = "EUR";
const channels: readonly Channel[] = ["post", "inPerson", "phone", "email", "chat", "video", "event", "social", "support"];

export function SurpriseDialog({ start, onClose }: { start: SurpriseStart | null; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Dialog title={t`Note a surprise`} isOpen={start !== null} onClose={onClose} closeLabel={t`Close`} size="s" footer={<Button kind="primary" type="submit" form={FORM}>{t`Note it`}</Button>}>
      {start && <Form start={start} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ start, onClose }: { start: SurpriseStart; onClose: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const give = useGiveSurprise();
  const channelName = useChannelName();
  const { word } = useFeelingWords();
  const known = useQuery(currencies).data ?? [];
  const [person, setPerson] = useState<NamedPerson | null>(start.person ?? null);
  const [text, setText] = useState(start.text ?? "");
  const [channel, setChannel] = useState<Channel>("post");
  const [felt, setFelt] = useState(NONE);
  const [cost, setCost] = useState("");
  const [currency, setCurrency] = useState(FIRST_CURRENCY);
  const [tried, setTried] = useState(false);
  const minor = cost.trim() === "" ? undefined : readAmount(cost, known.find(({ code }) => code === currency)?.digits ?? 2);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!person || text.trim() === "" || minor === null || give.isPending) return;
    const input = {
      person: person.id, text: text.trim(), channel, ...(start.idea && { idea: start.idea }), ...(felt !== NONE && { felt: Number(felt) }),
      ...(minor !== undefined && { cost: minor, currency }),
    };
    give.mutate(input, { onSuccess: onClose });
  };
  return (
    <form id={FORM} className={css.form} onSubmit={submit}>
      {give.error && <Notice tone="danger">{sentence(give.error)}</Notice>}
      {tried && !person && <Notice tone="warn">{t`Say who it was for.`}</Notice>}
      <PersonPick label={t`For whom`} person={person} onChange={setPerson} autoFocus={start.person === undefined} />
      <TextField label={t`What it was`} value={text} onChange={setText} error={tried && text.trim() === "" ? t`Say what it was.` : null} autoFocus={start.person !== undefined} />
      <div className={css.pair}>
        <Select label={t`Through what`} value={channel} onChange={setChannel} options={channels.map((id) => ({ id, label: channelName(id) }))} />
        <Select label={t`How it was taken`} value={felt} onChange={setFelt} options={[{ id: NONE, label: t`Not said` }, ...feelings.map((value) => ({ id: String(value), label: word(value) }))]} />
      </div>
      <div className={css.pair}>
        <TextField label={t`What it cost`} value={cost} onChange={setCost} placeholder="12.50" error={tried && minor === null ? t`That is no amount.` : null} />
        <Select label={t`Currency`} value={currency} onChange={setCurrency} options={known.map(({ code }) => ({ id: code, label: code }))} />
      </div>
    </form>
  );
}
