/** Somebody's points in one programme: how many, what comes next, line by line. */
import { useLingui } from "@lingui/react/macro";
import { Plus, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { PointsOf } from "../../bindings/PointsOf";
import { Button } from "../../components/controls/Button";
import { NumberField } from "../../components/controls/NumberField";
import { TextField } from "../../components/controls/TextField";
import { SectionHead } from "../../components/layout/Heads";
import { Notice } from "../../components/layout/States";
import { useFormat } from "../../frame/format";
import { useSentence } from "../../strings/sentences";
import css from "./gestures.module.css";
import { useAddPoints, useRemovePoints } from "./perkActions";

const FEW = 5;

export function PointsPart({ person, points: of }: { person: string; points: PointsOf }) {
  const { t } = useLingui();
  const format = useFormat();
  const sentence = useSentence();
  const add = useAddPoints();
  const remove = useRemovePoints();
  const [count, setCount] = useState<number | null>(null);
  const [reason, setReason] = useState("");
  const { programme, name, unit, points, reached, next, entries } = of;
  const counted = unit || t`points`;
  const has = format.number(points);
  const missing = next ? format.number(next.points - points) : "";
  const [worth, later] = [reached?.worth ?? "", next?.worth ?? ""];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!count || add.isPending) return;
    add.mutate({ programme, person, count, ...(reason.trim() && { reason }) }, { onSuccess: () => { setCount(null); setReason(""); } });
  };
  return (
    <section>
      <SectionHead title={name} />
      <p><strong>{has} {counted}</strong> <span className={css.quiet}>{reached && <>· {t`enough for ${worth}`}</>} {next && <>· {t`${missing} more for ${later}`}</>}</span></p>
      {add.error && <Notice tone="warn">{add.error.details.why === "tooFew" ? t`They do not have so many.` : sentence(add.error)}</Notice>}
      <form className={css.addLine} aria-label={t`Points: ${name}`} onSubmit={submit}>
        <NumberField className={css.money} label={t`How many; below zero: spent`} quietLabel value={count} onChange={setCount} placeholder="5" />
        <TextField className={css.grow} aria-label={t`What for`} value={reason} onChange={setReason} placeholder={t`a box of cups`} />
        <Button type="submit" size="s" icon={Plus} aria-label={t`Write it down`} isDisabled={!count} />
      </form>
      <ul className={css.list} aria-label={t`Lines: ${name}`}>
        {entries.slice(0, FEW).map((entry) => {
          const what = entry.reason || format.number(entry.count);
          return (
            <li key={entry.id} className={css.own}>
              <span className={css.quiet}>{format.day(entry.day)}</span> <bdi>{entry.reason}</bdi>
              <span className={css.ends}>{entry.count > 0 ? `+${format.number(entry.count)}` : format.number(entry.count)} <Button kind="quiet" size="s" icon={X} aria-label={t`Remove: ${what}`} onPress={() => remove.mutate(entry.id)} /></span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
