/** What may still be given to somebody, in one sentence, with what it is made of. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { GestureBudget } from "../../bindings/GestureBudget";
import { join } from "../../components/join";
import { useFormat } from "../../frame/format";
import { moneyText } from "../../frame/money";
import css from "./gestures.module.css";

export function BudgetLine({ budget }: { budget: GestureBudget }) {
  const { t } = useLingui();
  const format = useFormat();
  const { amount, currency, digits, from, since, spent, left, uncounted } = budget;
  const money = (minor: number) => moneyText(format.region, minor, currency, digits);
  const [may, gone, rest, more] = [money(amount), money(spent), money(Math.max(0, left)), money(Math.max(0, -left))];
  const day = format.fullDay(since);
  const part = amount > 0 ? Math.min(100, Math.max(0, (spent / amount) * 100)) : 100;
  const whose = from === "person" ? t`an amount of their own` : from === "role" ? t`what this role may give` : "";
  return (
    <div className={css.budget}>
      {spent > 0 && <div className={css.budgetBar} aria-hidden><span className={join(css.budgetFill, left < 0 && css.budgetOver)} style={{ width: `${part}%` }} /></div>}
      <p>
        <strong>{left < 0 ? t`${more} more than planned` : t`${rest} left`}</strong>{" "}
        <span className={css.quiet}>
          · {spent > 0 ? t`${gone} of ${may} given since ${day}` : t`nothing paid for since ${day}`}
          {whose && <> · {whose}</>}
        </span>
        {uncounted > 0 && <span className={css.quiet}> {plural(uncounted, { one: "# gift in a currency without a rate is not counted.", other: "# gifts in currencies without a rate are not counted." })}</span>}
      </p>
    </div>
  );
}
