/** What a role may give to one person: the usual, or an amount of its own. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { RoleLeeway } from "../../bindings/RoleLeeway";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { CurrencyPick } from "../../frame/CurrencyPick";
import { currencies, plainAmount, readAmount } from "../../frame/money";
import { useSaveRole } from "./actions";
import { type BudgetNow, PeriodPick } from "./BudgetForm";
import css from "./gestures.module.css";

export function RoleAmount({ role, now, onDone }: { role: RoleLeeway; now: BudgetNow; onDone: () => void }) {
  const { t } = useLingui();
  const save = useSaveRole();
  const all = useQuery(currencies).data ?? [];
  const [amount, setAmount] = useState(plainAmount(now.amount, now.digits));
  const [currency, setCurrency] = useState(now.currency);
  const [months, setMonths] = useState(now.months);
  const minor = readAmount(amount, all.find((one) => one.code === currency)?.digits ?? 2);
  const wrong = minor === null || minor < 0;
  const name = role.role;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (minor !== null && !wrong) save.mutate({ id: role.id, amount: minor, currency, months }, { onSuccess: onDone });
  };
  return (
    <form className={css.sunken} aria-label={t`What ${name} may give`} onSubmit={submit}>
      <div className={css.fields}>
        <TextField className={css.money} label={t`Amount`} value={amount} onChange={setAmount} inputMode="decimal" error={wrong ? t`Write an amount like 50.` : null} autoFocus />
        <CurrencyPick className={css.code} value={currency} onChange={setCurrency} />
        <PeriodPick months={months} onChange={setMonths} />
      </div>
      <div className={css.formDeeds}>
        <Button size="s" type="submit" icon={Check}>{t`Save`}</Button>
        {role.amount !== null && <Button size="s" kind="quiet" onPress={() => save.mutate({ id: role.id, usual: true }, { onSuccess: onDone })}><Trans>What is usual</Trans></Button>}
        <Button size="s" kind="quiet" icon={X} onPress={onDone}>{t`Leave it`}</Button>
      </div>
    </form>
  );
}
