/** One purchase being added or changed. Enter saves, Esc closes; what was typed stays until it is saved or thrown away. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import type { Purchase } from "../../bindings/Purchase";
import { Button } from "../../components/controls/Button";
import { DateField } from "../../components/controls/DateField";
import { TextField } from "../../components/controls/TextField";
import { Notice } from "../../components/layout/States";
import { dayOf } from "../../frame/clock";
import { CurrencyPick } from "../../frame/CurrencyPick";
import { useKeptForm } from "../../frame/kept";
import { currencies, plainAmount, readAmount } from "../../frame/money";
import { useSentence } from "../../strings/sentences";
import { useSavePurchase } from "./actions";
import css from "./purchases.module.css";
import { rates } from "./queries";

export interface PurchaseFormProps {
  person: string;
  purchase?: Purchase | undefined;
  /** The currency they bought in before. */
  usual: string | undefined;
  organisation: string;
  onClose: () => void;
}

// eslint-disable-next-line lingui/no-unlocalized-strings -- a code
const euro = "EUR";

export function PurchaseForm({ person, purchase, usual, organisation, onClose }: PurchaseFormProps) {
  const { t } = useLingui();
  const sentence = useSentence();
  const save = useSavePurchase();
  const all = useQuery(currencies).data ?? [];
  const base = useQuery(rates).data?.base;
  const [tried, setTried] = useState(false);
  const [opened] = useState(() => dayOf(Date.now()));
  const { values, set, forget } = useKeptForm(["purchases", person, purchase?.id ?? "new"], {
    date: (purchase?.date ?? opened) as string | null,
    amount: purchase ? plainAmount(purchase.amount, purchase.digits) : "",
    currency: purchase?.currency ?? null,
    item: purchase?.item ?? "",
    reference: purchase?.reference ?? "",
    organisation: purchase ? purchase.organisationName : organisation,
  });
  const currency = values.currency ?? usual ?? (base || euro);
  const digits = all.find((one) => one.code === currency)?.digits ?? 2;
  const amount = readAmount(values.amount, digits);
  const wrong = values.amount.trim() === "" ? t`Say how much it was.` : amount === null ? t`Write an amount like 120 or 120.50.` : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (amount === null || values.date === null || save.isPending) return;
    const { date, item, reference, organisation: whose } = values;
    const input = { ...(purchase ? { id: purchase.id } : { person }), date, amount, currency, item, reference, organisation: whose };
    save.mutate(input, {
      onSuccess: () => {
        forget();
        onClose();
      },
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <form className={css.form} aria-label={purchase ? t`Change the purchase` : t`New purchase`} onSubmit={submit} onKeyDown={onKeyDown}>
      {save.error && <Notice tone="danger">{sentence(save.error)}</Notice>}
      <div className={css.fields}>
        <TextField className={css.money} label={t`Amount`} value={values.amount} onChange={(to) => set({ amount: to })} inputMode="decimal" placeholder="120.50" error={tried || (values.amount !== "" && amount === null) ? wrong : null} autoFocus />
        <CurrencyPick className={css.code} value={currency} onChange={(to) => set({ currency: to })} />
        <DateField className={css.date} label={t`Day`} value={values.date} onChange={(date) => set({ date })} />
        <TextField className={css.item} label={t`What it was`} value={values.item} onChange={(item) => set({ item })} placeholder={t`Box of cups`} />
        <TextField className={css.item} label={t`Organisation`} value={values.organisation} onChange={(to) => set({ organisation: to })} />
        <TextField className={css.ref} label={t`Reference`} value={values.reference} onChange={(reference) => set({ reference })} placeholder={t`order or invoice`} />
      </div>
      <div className={css.formDeeds}>
        <Button size="s" type="submit" icon={Check} isPending={save.isPending}>{t`Save`}</Button>
        <Button size="s" kind="quiet" icon={X} onPress={() => { forget(); onClose(); }}>{t`Leave it`}</Button>
      </div>
    </form>
  );
}
