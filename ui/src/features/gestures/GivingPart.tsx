/** Beside a person's timeline: what may still be given to them, and the button that notes a gesture. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { doAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import type { PersonPart } from "../../frame/personParts";
import { BudgetLine } from "./BudgetLine";
import css from "./gestures.module.css";
import { budgetOf, gesturesOf } from "./queries";

const FEW = 2;

export function GivingPart({ person }: PersonPart) {
  const { t } = useLingui();
  const format = useFormat();
  const { id, name } = person.row;
  const budget = useQuery(budgetOf(id, null, "")).data;
  const given = useQuery(gesturesOf(id)).data;
  return (
    <section>
      <div className={css.partHead}>
        <SectionHead title={t`Gestures`} {...(given && given.total > 0 && { count: format.number(given.total) })} />
        <Button kind="quiet" size="s" icon={Plus} aria-label={t`Note a gesture for ${name}`} onPress={() => doAction("gestures.give", { person: { id, name } })} />
      </div>
      {given?.items.slice(0, FEW).map((gesture) => (
        <p key={gesture.id} className={css.short}><span className={css.quiet}>{format.day(gesture.day)}</span> <bdi>{gesture.what}</bdi></p>
      ))}
      {given?.total === 0 && <p className={css.quiet}><Trans>Nothing was given to them yet.</Trans></p>}
      {budget && <BudgetLine budget={budget} />}
    </section>
  );
}
