/** What a segment hears: through what, how often, about what. Each line is changed where it stands. */
import { useLingui } from "@lingui/react/macro";
import { Plus, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Channel } from "../../bindings/Channel";
import type { SegmentPlan } from "../../bindings/SegmentPlan";
import type { SegmentTalk } from "../../bindings/SegmentTalk";
import { Button } from "../../components/controls/Button";
import { NumberField } from "../../components/controls/NumberField";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { channelIcons } from "../../frame/channelIcons";
import { InPlace } from "../../frame/InPlace";
import { channels, useMeansName } from "../../strings/channels";
import { useSpans } from "../../strings/spans";
import { useRemoveTalk, useSaveTalk } from "./actions";
import css from "./plan.module.css";

export function Talks({ plan }: { plan: SegmentPlan }) {
  const { t } = useLingui();
  const [adds, setAdds] = useState(false);
  const segment = plan.segment.id;
  return (
    <section className={css.whole}>
      <SectionHead title={t`What they hear from you`} count={plan.talks.length} />
      <Card rows>
        {plan.talks.length === 0 && !adds && <p className={css.teach}>{t`A plan has three words: through what, how often, about what. “E-mail, every month, what changed in the rules.”`}</p>}
        {plan.talks.length > 0 && (
          <ul aria-label={t`What they hear from you`} className={css.list}>
            {plan.talks.map((talk) => <TalkRow key={talk.id} segment={segment} talk={talk} />)}
          </ul>
        )}
        {adds ? <NewTalk segment={segment} onDone={() => setAdds(false)} /> : <div className={css.foot}><Button kind="quiet" size="s" icon={Plus} onPress={() => setAdds(true)}>{t`Add a line`}</Button></div>}
      </Card>
    </section>
  );
}

function TalkRow({ segment, talk }: { segment: string; talk: SegmentTalk }) {
  const { t } = useLingui();
  const save = useSaveTalk();
  const remove = useRemoveTalk();
  const means = useMeansName();
  const spans = useSpans();
  const { id, about, everyDays } = talk;
  const channel = talk.channel as Channel;
  const Icon = channelIcons[channel];
  const often = everyDays === 0 ? t`when there is a reason` : spans.every(everyDays);
  const name = means(channel);
  return (
    <li className={css.row}>
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
      <span className={css.what}><strong>{name}</strong> <span className={css.often}>{often}</span></span>
      <span className={css.about}><InPlace label={t`About what: ${name}`} value={about} onSave={(to) => save.mutate({ id, segment, channel, everyDays, about: to })} keep={["segments", id, "about"]} placeholder={t`About what?`} lines /></span>
      <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove: ${name}, ${often}`} onPress={() => remove.mutate({ id })} />
    </li>
  );
}

function NewTalk({ segment, onDone }: { segment: string; onDone: () => void }) {
  const { t } = useLingui();
  const save = useSaveTalk();
  const means = useMeansName();
  const [channel, setChannel] = useState<Channel>("email");
  const [everyDays, setDays] = useState<number | null>(30);
  const [about, setAbout] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ segment, channel, everyDays: everyDays ?? 0, about }, { onSuccess: onDone });
  };
  return (
    <form className={css.form} onSubmit={send} aria-label={t`A new line`} onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onDone()}>
      <Select label={t`Through what`} options={channels.map((one) => ({ id: one, label: means(one) }))} value={channel} onChange={setChannel} autoFocus />
      <NumberField label={t`How often`} value={everyDays} onChange={setDays} min={0} max={3650} unit={t`days`} placeholder={t`when there is a reason`} className={css.days} />
      <TextField label={t`About what`} value={about} onChange={setAbout} className={css.grow} />
      <div className={css.formEnd}>
        <Button kind="quiet" onPress={onDone}>{t`Back`}</Button>
        <Button type="submit" isPending={save.isPending}>{t`Add`}</Button>
      </div>
    </form>
  );
}
