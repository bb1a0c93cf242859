/** Beginning a map: what it is called, whose journey it is, and with which stages it starts. */
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { segmentList } from "../../frame/segmentList";
import { useCreate } from "./actions";
import css from "./journeys.module.css";

/** The usual stages of a purchase, to begin with and to change. */
const usual = [msg`Awareness`, msg`Evaluation`, msg`Purchase`, msg`Delivery`, msg`After-sales`];
export const everybody = "everybody";

export function Begin({ onMade }: { onMade: (id: string) => void }) {
  const { t, i18n } = useLingui();
  const create = useCreate();
  const { data: segments } = useQuery(segmentList);
  const [title, setTitle] = useState("");
  const [segment, setSegment] = useState(everybody);
  const named = segments?.find((one) => one.id === segment)?.name;
  const asked = title.trim() || (named ? t`The journey of ${named}` : t`The journey of our customers`);
  const begin = (event: FormEvent) => {
    event.preventDefault();
    const stages = usual.map((name) => i18n._(name));
    create.mutate({ title: asked, stages, ...(segment !== everybody && { segment }) }, { onSuccess: ({ id }) => onMade(id) });
  };
  return (
    <form className={css.begin} onSubmit={begin}>
      <Select label={t`Whose journey?`} options={[{ id: everybody, label: t`Everybody’s` }, ...(segments ?? []).map(({ id, name }) => ({ id, label: name }))]} value={segment} onChange={setSegment} />
      <TextField label={t`Title`} value={title} onChange={setTitle} placeholder={asked} />
      <p className={css.beginStages}>{usual.map((name) => <span key={name.id} className={css.beginStage}>{i18n._(name)}</span>)}</p>
      <Button kind="primary" type="submit" isPending={create.isPending}>{t`Begin the map`}</Button>
    </form>
  );
}
