/** One programme: what is counted, what so many are worth, who has most. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Plus, Trash2, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Programme } from "../../bindings/Programme";
import { Button } from "../../components/controls/Button";
import { NumberField } from "../../components/controls/NumberField";
import { TextField } from "../../components/controls/TextField";
import { Card } from "../../components/layout/Card";
import { useFormat } from "../../frame/format";
import { InPlace } from "../../frame/InPlace";
import { isolated } from "../../frame/isolated";
import css from "./gestures.module.css";
import { useRemoveProgramme, useSaveProgramme } from "./perkActions";

const FEW = 8;

export function ProgrammeCard({ programme }: { programme: Programme }) {
  const { t } = useLingui();
  const format = useFormat();
  const save = useSaveProgramme();
  const remove = useRemoveProgramme();
  const [points, setPoints] = useState<number | null>(null);
  const [worth, setWorth] = useState("");
  const { id, name, unit, steps, people, first } = programme;
  const called = isolated(name);
  const counted = unit || t`points`;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (points === null || worth.trim() === "" || save.isPending) return;
    save.mutate({ id, steps: [...steps, { points, worth }] }, { onSuccess: () => { setPoints(null); setWorth(""); } });
  };
  return (
    <Card className={css.role} label={name}>
      <div className={css.head}>
        <div className={css.roleName}><InPlace needed label={t`Programme`} value={name} keep={[id, "programme"]} placeholder={t`Programme`} onSave={(to) => save.mutate({ id, name: to })} /></div>
        <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove the programme ${called}`} onPress={() => remove.mutate(id)} />
      </div>
      <div className={css.facts}>
        <span><InPlace label={t`What is counted`} value={unit} keep={[id, "unit"]} placeholder={t`points`} onSave={(to) => save.mutate({ id, unit: to })} /></span>
        <span>{plural(people, { 0: "nobody has any yet", one: "one person", other: "# people" })}</span>
      </div>
      <ul className={css.list} aria-label={t`What they are worth: ${name}`}>
        {steps.map((step, at) => {
          const count = format.number(step.points);
          return (
            <li key={at} className={css.own}>
              <span className={css.amount}>{count} {counted}</span> <bdi>{step.worth}</bdi>
              <Button kind="quiet" size="s" icon={X} aria-label={t`Remove: ${count}`} onPress={() => save.mutate({ id, steps: steps.filter((one) => one !== step) })} />
            </li>
          );
        })}
      </ul>
      <form className={css.addLine} onSubmit={add} aria-label={t`What so many are worth: ${name}`}>
        <NumberField className={css.money} label={t`So many`} quietLabel value={points} onChange={setPoints} min={1} placeholder="10" />
        <TextField className={css.grow} aria-label={t`What one has for them`} value={worth} onChange={setWorth} placeholder={t`a bag of coffee`} />
        <Button type="submit" size="s" icon={Plus} aria-label={t`Add what they are worth`} isDisabled={points === null || worth.trim() === ""} />
      </form>
      {first.length > 0 && (
        <ul className={css.list} aria-label={t`Who has most: ${name}`}>
          {first.slice(0, FEW).map((one) => (
            <li key={one.person.id} className={css.own}><Link to="/people/$personId" params={{ personId: one.person.id }} className={css.who}><bdi>{one.person.name}</bdi></Link><span className={css.ends}>{format.number(one.points)} {counted}</span></li>
          ))}
        </ul>
      )}
    </Card>
  );
}
