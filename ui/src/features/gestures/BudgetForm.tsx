/** How much may be given in how many months, in any currency. Enter saves, Esc closes. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Notice } from "../../components/layout/States";
import { CurrencyPick } from "../../frame/CurrencyPick";
import { currencies, plainAmount, readAmount } from "../../frame/money";
import { useSentence } from "../../strings/sentences";
import { useSaveBudget } from "./actions";
import css from "./gestures.module.css";

export interface BudgetNow {
  amount: number;
  currency: string;
  digits: number;
  months: number;
}

export interface BudgetFormProps {
  label: string;
  /** Whose; without it, what may be given to anybody. */
  person?: string;
  now: BudgetNow;
  onDone: () => void;
}

const periods = [1, 3, 6, 12, 24, 36];

export function BudgetForm({ label, person, now, onDone }: BudgetFormProps) {
  const { t } = useLingui();
  const sentence = useSentence();
  const save = useSaveBudget();
  const all = useQuery(currencies).data ?? [];
  const [amount, setAmount] = useState(plainAmount(now.amount, now.digits));
  const [currency, setCurrency] = useState(now.currency);
  const [months, setMonths] = useState(now.months);
  const minor = readAmount(amount, all.find((one) => one.code === currency)?.digits ?? 2);
  const wrong = minor === null || minor < 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (minor === null || wrong || save.isPending) return;
    save.mutate({ ...(person && { person }), amount: minor, currency, months }, { onSuccess: onDone });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    onDone();
  };
  return (
    <form className={css.sunken} aria-label={label} onSubmit={submit} onKeyDown={onKeyDown}>
      {save.error && <Notice tone="danger">{sentence(save.error)}</Notice>}
      <div className={css.fields}>
        <TextField className={css.money} label={t`Amount`} value={amount} onChange={setAmount} inputMode="decimal" error={wrong ? t`Write an amount like 50.` : null} autoFocus />
        <CurrencyPick className={css.code} value={currency} onChange={setCurrency} />
        <PeriodPick months={months} onChange={setMonths} />
      </div>
      <div className={css.formDeeds}>
        <Button size="s" type="submit" icon={Check} isPending={save.isPending}>{t`Save`}</Button>
        <Button size="s" kind="quiet" icon={X} onPress={onDone}>{t`Leave it`}</Button>
      </div>
    </form>
  );
}

export function PeriodPick({ months, onChange }: { months: number; onChange: (months: number) => void }) {
  const { t } = useLingui();
  const offered = periods.includes(months) ? periods : [...periods, months].sort((a, b) => a - b);
  const name = (count: number) => (count === 1 ? t`in a month` : count === 12 ? t`in a year` : t`in ${count} months`);
  return <Select className={css.date} label={t`Period`} value={String(months)} onChange={(to) => onChange(Number(to))} options={offered.map((count) => ({ id: String(count), label: name(count) }))} />;
}
