/** What a person was given, line by line, and what may be given to them: the usual, or an amount of their own. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Gift, Printer } from "lucide-react";
import { useState } from "react";
import type { Gesture } from "../../bindings/Gesture";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { doAction } from "../../frame/actions";
import { keyedActions } from "../../frame/keys";
import type { PersonPart } from "../../frame/personParts";
import { useRemoveBudget } from "./actions";
import { BudgetForm } from "./BudgetForm";
import { BudgetLine } from "./BudgetLine";
import { GestureDialog } from "./GestureDialog";
import { GestureRow } from "./GestureRow";
import css from "./gestures.module.css";
import { PersonLoyalty } from "./PersonLoyalty";
import { budgetOf, gesturesOf } from "./queries";

export function GivenPanel({ person }: PersonPart) {
  const { t } = useLingui();
  const { id, name } = person.row;
  const { data } = useQuery(gesturesOf(id));
  const budget = useQuery(budgetOf(id, null, "")).data;
  const usual = useRemoveBudget();
  const [editing, edit] = useState<Gesture | null>(null);
  const [setting, set] = useState(false);
  if (!data) return null;
  return (
    <div className={css.panel}>
      <section>
        <div className={css.head}>
          <SectionHead title={t`What may be given`} />
          {budget?.from === "person" && !setting && <Button size="s" kind="quiet" onPress={() => usual.mutate(id)}><Trans>As for everybody</Trans></Button>}
          {!setting && <Button size="s" onPress={() => set(true)}><Trans>Another amount for them</Trans></Button>}
        </div>
        {budget && <BudgetLine budget={budget} />}
        {setting && budget && <BudgetForm label={t`What may be given to ${name}`} person={id} now={budget} onDone={() => set(false)} />}
      </section>
      <section>
        <div className={css.head}>
          <SectionHead title={t`What was given`} {...(data.total > 0 && { count: data.total })} />
          <Button size="s" icon={Printer} onPress={() => doAction("press.letter", { people: [{ id, name }] })}><Trans>On paper…</Trans></Button>
          <Button size="s" icon={Gift} keys={keyedActions["gestures.give"].keys} onPress={() => doAction("gestures.give", { person: { id, name } })}><Trans>Note a gesture</Trans></Button>
        </div>
        {data.total === 0 && <p className={css.none}><Trans>Nothing yet. A small thing at the right moment says more than a rebate: a card by hand, the cake for their opening, the book they once spoke of.</Trans></p>}
        <ul className={css.list} aria-label={t`What ${name} was given`}>
          {data.items.map((gesture) => (
            <li key={gesture.id}><GestureRow bare gesture={gesture} onEdit={() => edit(gesture)} /></li>
          ))}
        </ul>
      </section>
      <PersonLoyalty person={person} />
      <GestureDialog opened={editing && { gesture: editing }} onClose={() => edit(null)} />
    </div>
  );
}
