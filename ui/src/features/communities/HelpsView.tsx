/** Who could help whom: topics that people offer or look for. Only who agreed to it is brought together with others. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Handshake, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { HelpPerson } from "../../bindings/HelpPerson";
import type { HelpTopic } from "../../bindings/HelpTopic";
import { Button } from "../../components/controls/Button";
import { ComboBox } from "../../components/controls/ComboBox";
import { TextField } from "../../components/controls/TextField";
import { Radios } from "../../components/controls/Toggles";
import { Card } from "../../components/layout/Card";
import { PageHead, SectionHead } from "../../components/layout/Heads";
import { Chip } from "../../components/marks/Chip";
import { useFormat } from "../../frame/format";
import { useAgree, useRemoveTopic, useSaveTopic } from "./actions";
import css from "./communities.module.css";
import { IntroduceSheet } from "./IntroduceSheet";
import { found, helps, introductions } from "./queries";

export function HelpsView() {
  const { t } = useLingui();
  const format = useFormat();
  const [text, setText] = useState("");
  const [joins, setJoins] = useState<HelpTopic | null>(null);
  const { data: topics } = useQuery(helps(text));
  const { data: done } = useQuery(introductions);
  return (
    <div className={css.page}>
      <PageHead title={t`Who could help whom`} line={t`Rapport suggests; you ask both, and then bring them together.`} deeds={<TextField aria-label={t`Find a topic or a name`} value={text} onChange={setText} placeholder={t`Find a topic or a name`} />} />
      {topics?.length === 0 && <p className={css.teach}>{text ? t`No topic and nobody beside one is called like that.` : t`Who knows something that others ask about? Write down what somebody can help with, and what somebody else looks for. Where both meet stands here.`}</p>}
      {topics?.map((topic) => <TopicCard key={topic.topic} topic={topic} onJoin={() => setJoins(topic)} />)}
      <NewLine />
      {done && done.length > 0 && (
        <section>
          <SectionHead title={t`Brought together`} count={format.number(done.length)} />
          <ul className={css.done}>
            {done.map(({ id, one, other, topic, at }) => <li key={id}><bdi>{one.name}</bdi> · <bdi>{other.name}</bdi>{topic && <>: <bdi>{topic}</bdi></>} <span className={css.quiet}>{format.fullDay(at)}</span></li>)}
          </ul>
        </section>
      )}
      {joins && <IntroduceSheet topic={joins} onClose={() => setJoins(null)} />}
    </div>
  );
}

function TopicCard({ topic, onJoin }: { topic: HelpTopic; onJoin: () => void }) {
  const { t } = useLingui();
  const ready = [topic.offers, topic.looks].every((side) => side.some((one) => one.mayIntroduce));
  return (
    <section>
      <Card className={css.topic}>
        <div className={css.topicHead}>
          <h2 className={css.topicName}><bdi>{topic.topic}</bdi></h2>
          <Button size="s" icon={Handshake} isDisabled={!ready} onPress={onJoin}>{t`Bring two together`}</Button>
        </div>
        <div className={css.sides}>
          <Side title={t`Can help`} people={topic.offers} />
          <Side title={t`Looks for help`} people={topic.looks} />
        </div>
        {!ready && topic.offers.length > 0 && topic.looks.length > 0 && <p className={css.quiet}>{t`Somebody on each side has to agree first.`}</p>}
      </Card>
    </section>
  );
}

function Side({ title, people }: { title: string; people: readonly HelpPerson[] }) {
  const { t } = useLingui();
  const agree = useAgree();
  const remove = useRemoveTopic();
  return (
    <div>
      <h3 className={css.asked}>{title}</h3>
      <ul className={css.people}>
        {people.map(({ id, person, mayIntroduce }) => {
          const { name } = person;
          return (
            <li key={id}>
              <Link to="/people/$personId" params={{ personId: person.id }}><bdi>{name}</bdi></Link>
              {mayIntroduce ? <Chip tone="good">{t`agreed`}</Chip> : <Button size="s" aria-label={t`They agreed: ${name} may be introduced`} onPress={() => agree.mutate({ person: person.id, how: "" })}>{t`They agreed`}</Button>}
              <Button kind="quiet" size="s" icon={X} aria-label={t`Remove ${name} from this topic`} onPress={() => remove.mutate({ id })} />
            </li>
          );
        })}
        {people.length === 0 && <li className={css.quiet}>{t`nobody yet`}</li>}
      </ul>
    </div>
  );
}

function NewLine() {
  const { t } = useLingui();
  const save = useSaveTopic();
  const [name, setName] = useState("");
  const [person, setPerson] = useState<string | null>(null);
  const [side, setSide] = useState<"offers" | "looks">("offers");
  const [topic, setTopic] = useState("");
  const { data } = useQuery(found(name));
  const options = (data?.items ?? []).map((one) => ({ id: one.id, label: one.name, ...(one.organisation && { detail: one.organisation }) }));
  const ready = person !== null && topic.trim() !== "";
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (person === null || !ready) return;
    save.mutate({ person, topic, side }, {
      onSuccess: () => {
        setPerson(null);
        setName("");
      },
    });
  };
  return (
    <section>
      <SectionHead title={t`Write one down`} />
      <form className={css.line} onSubmit={send}>
        <ComboBox label={t`Who`} options={options} value={person} onChange={setPerson} text={name} onText={setName} empty={t`Nobody of that name.`} placeholder={t`Find by name`} />
        <Radios label={t`What about it`} quietLabel bar options={[{ id: "offers", label: t`can help` }, { id: "looks", label: t`looks for help` }]} value={side} onChange={setSide} />
        <TextField label={t`With what`} value={topic} onChange={setTopic} placeholder={t`A second location`} className={css.grow} />
        <Button type="submit" isDisabled={!ready} isPending={save.isPending}>{t`Add`}</Button>
      </form>
    </section>
  );
}
