/** What our firm commits itself to beyond what it sells. A letter that claims such a thing is asked for its proof. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, Plus, Trash2, TriangleAlert } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Commitment } from "../../bindings/Commitment";
import type { CommitmentArea } from "../../bindings/CommitmentArea";
import { Button } from "../../components/controls/Button";
import { DateField } from "../../components/controls/DateField";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Card } from "../../components/layout/Card";
import { EmptyState, Notice } from "../../components/layout/States";
import { Chip } from "../../components/marks/Chip";
import { dayOf, useNow } from "../../frame/clock";
import { InPlace } from "../../frame/InPlace";
import { isolated } from "../../frame/isolated";
import { useSentence } from "../../strings/sentences";
import { useRemoveCommitment, useSaveCommitment } from "./expectationActions";
import css from "./expectations.module.css";
import { commitments } from "./queries";
import { areaNames, areas } from "./topicNames";

export function CommitmentsView() {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data, error } = useQuery(commitments(dayOf(useNow())));
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!data) return null;
  return (
    <div className={css.view}>
      <AddCommitment />
      {data.length === 0 ? (
        <EmptyState title={t`No commitment yet`} text={t`What your firm does for the environment and for people, with where its proof is. A letter that says “sustainable” is asked for it.`} />
      ) : (
        <ul className={css.cards} aria-label={t`Commitments`}>{data.map((one) => <li key={one.id}><CommitmentCard commitment={one} /></li>)}</ul>
      )}
    </div>
  );
}

function useAreas() {
  const { i18n } = useLingui();
  return areas.map((id) => ({ id, label: i18n._(areaNames[id]) }));
}

function AddCommitment() {
  const { t } = useLingui();
  const save = useSaveCommitment();
  const options = useAreas();
  const [area, setArea] = useState<CommitmentArea>("environment");
  const [text, setText] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "" && !save.isPending) save.mutate({ area, text }, { onSuccess: () => setText("") });
  };
  return (
    <form className={css.add} onSubmit={add}>
      <Select className={css.topic} label={t`For`} options={options} value={area} onChange={setArea} />
      <TextField className={css.grow} label={t`What your firm commits itself to`} value={text} onChange={setText} placeholder={t`We take every box back and use it again`} />
      <Button type="submit" icon={Plus}><Trans>Add</Trans></Button>
    </form>
  );
}

function CommitmentCard({ commitment }: { commitment: Commitment }) {
  const { t } = useLingui();
  const save = useSaveCommitment();
  const remove = useRemoveCommitment();
  const options = useAreas();
  const { id, area, text, proof, provenUntil, isProven } = commitment;
  const name = isolated(text);
  const keep = (part: string) => ["promises", "commitment", id, part];
  const mark = isProven ? <Chip tone="good" icon={CircleCheck}>{t`proven`}</Chip> : <Chip tone="warn" icon={TriangleAlert}>{proof === "" ? t`no proof yet` : t`the proof is over`}</Chip>;
  return (
    <Card label={text}>
      <div className={css.card}>
        <div className={css.line}>
          <h2 className={css.words}><InPlace needed label={t`The commitment`} value={text} keep={keep("text")} placeholder={t`To what?`} onSave={(to) => save.mutate({ id, text: to })} /></h2>
          {mark}
        </div>
        <div>
          <span className={css.label}><Trans>Where its proof is</Trans></span>
          <InPlace label={t`Where the proof is: ${name}`} value={proof} keep={keep("proof")} placeholder={t`a certificate, a report, an address`} onSave={(to) => save.mutate({ id, proof: to })} />
        </div>
        <div className={css.add}>
          <Select className={css.topic} label={t`For`} options={options} value={area} onChange={(to) => save.mutate({ id, area: to })} />
          <DateField className={css.date} label={t`The proof is good until`} value={provenUntil} onChange={(day) => day !== provenUntil && save.mutate({ id, provenUntil: day ?? "" })} />
          <Button size="s" kind="quiet" icon={Trash2} aria-label={t`Remove: ${name}`} onPress={() => remove.mutate(commitment)} />
        </div>
      </div>
    </Card>
  );
}
