/** Two people brought together over a topic: one who can help, one who looks for it, both of whom agreed. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import type { Channel } from "../../bindings/Channel";
import type { HelpPerson } from "../../bindings/HelpPerson";
import type { HelpTopic } from "../../bindings/HelpTopic";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { Dialog } from "../../components/overlays/Dialog";
import { channels, useMeansName } from "../../strings/channels";
import { useIntroduce } from "./actions";
import css from "./communities.module.css";

const FORM = "introduce";
const willing = (side: readonly HelpPerson[]) => side.filter((one) => one.mayIntroduce).map((one) => ({ id: one.person.id, label: one.person.name }));

export function IntroduceSheet({ topic, onClose }: { topic: HelpTopic; onClose: () => void }) {
  const { t } = useLingui();
  const means = useMeansName();
  const introduce = useIntroduce();
  const [offers, looks] = [willing(topic.offers), willing(topic.looks)];
  const [one, setOne] = useState(offers[0]?.id ?? null);
  const [other, setOther] = useState(looks.find((person) => person.id !== one)?.id ?? null);
  const [channel, setChannel] = useState<Channel>("email");
  const ready = one !== null && other !== null && one !== other;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (ready) introduce.mutate({ one, other, topic: topic.topic, channel }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t`Bring two together`} isOpen onClose={onClose} closeLabel={t`Close`} footer={<Button kind="primary" type="submit" form={FORM} isDisabled={!ready} isPending={introduce.isPending}>{t`I brought them together`}</Button>}>
      <form id={FORM} className={css.form} onSubmit={send}>
        <p className={css.topicName}><bdi>{topic.topic}</bdi></p>
        <Select label={t`Who can help`} options={offers} value={one} onChange={setOne} autoFocus />
        <Select label={t`Who looks for help`} options={looks} value={other} onChange={setOther} />
        <Select label={t`Through what`} options={channels.map((id) => ({ id, label: means(id) }))} value={channel} onChange={setChannel} />
        <p className={css.quiet}>{t`It is logged with both. Rapport sends nothing: write to them yourself.`}</p>
      </form>
    </Dialog>
  );
}
