/** The steps of a track: after how many days, through what, and what they get; each with how many stand before it. */
import { useLingui } from "@lingui/react/macro";
import { Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Channel } from "../../bindings/Channel";
import type { Track } from "../../bindings/Track";
import type { TrackStep } from "../../bindings/TrackStep";
import { Button } from "../../components/controls/Button";
import { NumberField } from "../../components/controls/NumberField";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Chip } from "../../components/marks/Chip";
import { channelIcons } from "../../frame/channelIcons";
import { InPlace } from "../../frame/InPlace";
import { useFormat } from "../../frame/format";
import { channels, useMeansName } from "../../strings/channels";
import { useSpans } from "../../strings/spans";
import { useRemoveTrackStep, useSaveTrackStep } from "./actions";
import sheet from "./plan.module.css";
import css from "./tracks.module.css";

export function TrackStepRow({ track, step, first }: { track: Track; step: TrackStep; first: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const spans = useSpans();
  const means = useMeansName();
  const save = useSaveTrackStep();
  const remove = useRemoveTrackStep();
  const { id, afterDays, what } = step;
  const channel = step.channel as Channel;
  const Icon = channelIcons[channel];
  const length = spans.long(afterDays);
  const [waiting, due, done] = [format.number(step.waiting), format.number(step.due), format.number(step.done)];
  const when = afterDays === 0 ? t`at once` : first ? (track.starts === "added" ? t`${length} after they came` : t`${length} after they fit`) : t`${length} later`;
  return (
    <li className={css.step}>
      <span className={css.when}>{Icon && <Icon size={15} strokeWidth={1.75} aria-hidden />}<span>{when} · {means(channel)}</span></span>
      <span className={css.what}><InPlace label={t`What they get`} value={what} onSave={(to) => save.mutate({ id, track: track.id, afterDays, channel, what: to })} keep={["trackStep", id]} placeholder={t`What do they get?`} lines needed /></span>
      <span className={css.counts}>
        {step.due > 0 && <Chip tone="accent">{t`due: ${due}`}</Chip>}
        <span>{t`waiting: ${waiting}`}</span>
        <span>{t`done: ${done}`}</span>
      </span>
      <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove the step: ${what}`} onPress={() => remove.mutate({ id })} />
    </li>
  );
}

export function NewTrackStep({ track, onDone }: { track: string; onDone: () => void }) {
  const { t } = useLingui();
  const means = useMeansName();
  const save = useSaveTrackStep();
  const [afterDays, setDays] = useState<number | null>(14);
  const [channel, setChannel] = useState<Channel>("email");
  const [what, setWhat] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (what.trim() !== "") save.mutate({ track, afterDays: afterDays ?? 0, channel, what }, { onSuccess: onDone });
  };
  return (
    <form className={sheet.form} onSubmit={send} aria-label={t`A new step`} onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onDone()}>
      <NumberField label={t`Days after the one before`} value={afterDays} onChange={setDays} min={0} max={3650} unit={t`days`} className={sheet.days} />
      <Select label={t`Through what`} options={channels.map((one) => ({ id: one, label: means(one) }))} value={channel} onChange={setChannel} />
      <TextField label={t`What they get`} value={what} onChange={setWhat} className={sheet.grow} autoFocus />
      <div className={sheet.formEnd}>
        <Button kind="quiet" onPress={onDone}>{t`Back`}</Button>
        <Button type="submit" isPending={save.isPending} isDisabled={what.trim() === ""}>{t`Add`}</Button>
      </div>
    </form>
  );
}
