/** Prices, times and limits, each with the words that hold since a day and how many people know them. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { History, Plus, Trash2, TriangleAlert, Users } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Expectation } from "../../bindings/Expectation";
import type { ToldTopic } from "../../bindings/ToldTopic";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Card } from "../../components/layout/Card";
import { EmptyState, Notice } from "../../components/layout/States";
import { Chip } from "../../components/marks/Chip";
import { dayOf, useNow } from "../../frame/clock";
import { useFormat } from "../../frame/format";
import { InPlace } from "../../frame/InPlace";
import { isolated } from "../../frame/isolated";
import { useSentence } from "../../strings/sentences";
import { useRemoveExpectation, useSaveExpectation } from "./expectationActions";
import css from "./expectations.module.css";
import { expectations, told } from "./queries";
import { expectedTopics, topicNames } from "./topicNames";

const MOST = 200;

export function ExpectationsView() {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data, error } = useQuery(expectations(dayOf(useNow())));
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!data) return null;
  return (
    <div className={css.view}>
      <AddExpectation />
      {data.length === 0 ? (
        <EmptyState title={t`Nothing is written down yet`} text={t`A price, a time of delivery, what the support does and what it does not. Each keeps every wording with its day, and who was told it.`} />
      ) : (
        <ul className={css.cards} aria-label={t`Expectations`}>{data.map((one) => <li key={one.id}><ExpectationCard expectation={one} /></li>)}</ul>
      )}
    </div>
  );
}

function AddExpectation() {
  const { t, i18n } = useLingui();
  const save = useSaveExpectation();
  const [topic, setTopic] = useState<ToldTopic>("price");
  const [name, setName] = useState("");
  const [text, setText] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "" || text.trim() === "" || save.isPending) return;
    save.mutate({ topic, name, text }, { onSuccess: () => { setName(""); setText(""); } });
  };
  return (
    <form className={css.add} onSubmit={add}>
      <Select className={css.topic} label={t`About`} options={expectedTopics.map((id) => ({ id, label: i18n._(topicNames[id]) }))} value={topic} onChange={setTopic} />
      <TextField className={css.grow} label={t`What one calls it`} value={name} onChange={setName} placeholder={t`Monthly box`} />
      <TextField className={css.grow} label={t`What may be expected`} value={text} onChange={setText} placeholder={t`38 € a month, post included`} />
      <Button type="submit" icon={Plus}><Trans>Add</Trans></Button>
    </form>
  );
}

function ExpectationCard({ expectation }: { expectation: Expectation }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const save = useSaveExpectation();
  const remove = useRemoveExpectation();
  const today = dayOf(useNow());
  const [shows, show] = useState<"people" | "words" | null>(null);
  const { id, topic, name, text, since, endedOn, wordings, told: count, toldBefore } = expectation;
  const called = isolated(name);
  const day = format.fullDay(since);
  const ended = endedOn === null ? "" : format.fullDay(endedOn);
  const keep = (part: string) => ["promises", "expectation", id, part];
  const toggle = (part: "people" | "words") => show(shows === part ? null : part);
  return (
    <Card label={name}>
      <div className={css.card}>
        <div className={css.line}>
          <h2 className={css.name}><InPlace needed label={t`What one calls it`} value={name} keep={keep("name")} placeholder={t`What one calls it`} onSave={(to) => save.mutate({ id, name: to })} /></h2>
          <Chip>{i18n._(topicNames[topic])}</Chip>
        </div>
        <InPlace letter needed label={t`What may be expected of ${called}`} value={text} keep={keep("text")} placeholder={t`What may be expected`} onSave={(to) => save.mutate({ id, text: to, since: today })} />
        <p className={css.facts}>
          {endedOn === null ? <span>{since > today ? t`from ${day} on` : t`since ${day}`}</span> : <span>{t`ended ${ended}`}</span>}
          <span>{count === 0 ? t`nobody was told` : t`${plural(count, { one: "# person was told", other: "# people were told" })}`}</span>
          {toldBefore > 0 && <span className={css.mark}><Chip tone="warn" icon={TriangleAlert}>{t`${plural(toldBefore, { one: "# knows older words", other: "# know older words" })}`}</Chip></span>}
        </p>
        <div className={css.deeds}>
          {count + toldBefore > 0 && <Button size="s" kind="quiet" icon={Users} aria-expanded={shows === "people"} aria-label={t`Who was told: ${called}`} onPress={() => toggle("people")}>{t`Who was told`}</Button>}
          {wordings.length > 1 && <Button size="s" kind="quiet" icon={History} aria-expanded={shows === "words"} aria-label={t`Every wording: ${called}`} onPress={() => toggle("words")}>{t`Every wording`}</Button>}
          {endedOn === null ? (
            <Button size="s" kind="quiet" aria-label={t`It ends today: ${called}`} onPress={() => save.mutate({ id, endedOn: today })}>{t`It ends today`}</Button>
          ) : (
            <Button size="s" kind="quiet" aria-label={t`It holds again: ${called}`} onPress={() => save.mutate({ id, endedOn: "" })}>{t`It holds again`}</Button>
          )}
          <Button size="s" kind="quiet" icon={Trash2} aria-label={t`Remove: ${called}`} onPress={() => remove.mutate(expectation)} />
        </div>
        {shows === "people" && <WhoWasTold id={id} name={name} />}
        {shows === "words" && (
          <ul className={css.plain} aria-label={t`Every wording of ${name}`}>
            {wordings.map((wording) => <li key={wording.id} className={css.row}><span className={css.words}><bdi>{wording.text}</bdi></span><span className={css.label}>{format.fullDay(wording.since)}</span></li>)}
          </ul>
        )}
      </div>
    </Card>
  );
}

function WhoWasTold({ id, name }: { id: string; name: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const { data } = useQuery(told({ expectation: id, limit: MOST }));
  return (
    <ul className={css.plain} aria-label={t`Who was told ${name}`}>
      {(data?.items ?? []).map((one) => (
        <li key={one.id} className={css.row}>
          <p className={css.facts}>
            <span><Link to="/people/$personId" params={{ personId: one.person.id }} className={css.who}><bdi>{one.person.name}</bdi></Link></span>
            <span>{format.fullDay(one.day)}</span>
            {!one.holds && <span><bdi>{one.text}</bdi></span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
