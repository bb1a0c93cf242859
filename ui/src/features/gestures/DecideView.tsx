/** What may be given without asking: to anybody, to some people, and by each of our roles, which may decide more than money. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Pencil, X } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { useFormat } from "../../frame/format";
import { moneyText } from "../../frame/money";
import { useRemoveBudget } from "./actions";
import { BudgetForm } from "./BudgetForm";
import css from "./gestures.module.css";
import { budgets } from "./queries";
import { RoleList } from "./RoleList";

export function DecideView() {
  return (
    <div className={css.view}>
      <Usual />
      <RoleList />
    </div>
  );
}

function Usual() {
  const { t } = useLingui();
  const format = useFormat();
  const remove = useRemoveBudget();
  const { data } = useQuery(budgets);
  const [setting, set] = useState(false);
  if (!data) return null;
  const amount = moneyText(format.region, data.amount, data.currency, data.digits);
  const { months } = data;
  return (
    <section>
      <SectionHead title={t`To anybody, without asking`} />
      {setting ? (
        <BudgetForm label={t`What may be given to anybody`} now={data} onDone={() => set(false)} />
      ) : (
        <p className={css.usual}>
          <strong className={css.big}>{amount}</strong> <span>{months === 12 ? t`to each person in a year` : t`to each person in ${months} months`}</span>
          <Button size="s" kind="quiet" icon={Pencil} aria-label={t`Change what may be given to anybody`} onPress={() => set(true)} />
        </p>
      )}
      {data.own.length > 0 && (
        <ul className={css.list} aria-label={t`People with an amount of their own`}>
          {data.own.map(({ person, ...own }) => {
            const { name } = person;
            const may = moneyText(format.region, own.amount, own.currency, own.digits);
            const span = own.months;
            return (
              <li key={person.id} className={css.own}>
                <Link to="/people/$personId" params={{ personId: person.id }} className={css.who}><bdi>{name}</bdi></Link>
                <span className={css.quiet}><Trans>{may} in {span} months</Trans></span>
                <Button size="s" kind="quiet" icon={X} aria-label={t`As for everybody: ${name}`} onPress={() => remove.mutate(person.id)} />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
