/** Exchange rates in Settings: the currency sums are wanted in, and what others were worth on a day. No sum joins two currencies without them. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Check, Pencil, Plus, Trash2, X } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import type { ExchangeRate } from "../../bindings/ExchangeRate";
import { Button } from "../../components/controls/Button";
import { DateField } from "../../components/controls/DateField";
import { TextField } from "../../components/controls/TextField";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { Notice } from "../../components/layout/States";
import { dayOf } from "../../frame/clock";
import { CurrencyPick } from "../../frame/CurrencyPick";
import { useFormat } from "../../frame/format";
import { useSentence } from "../../strings/sentences";
import { useRemoveRate, useSaveRate, useSetBase } from "./actions";
import css from "./purchases.module.css";
import { rates } from "./queries";

const NEW = "new";

export function RatesSection() {
  const { t } = useLingui();
  const { data } = useQuery(rates);
  const setBase = useSetBase();
  const [open, setOpen] = useState<string | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  if (!data) return null;
  const { base } = data;
  const close = () => {
    setLeft(open);
    setOpen(null);
  };
  return (
    <section>
      <SectionHead title={t`Exchange rates`} />
      <Card>
        <p className={css.text}><Trans>Sums of purchases stand in each currency. With a currency of your own and the rates into it they are also added up, and say which rate of which day was used.</Trans></p>
        <div className={css.baseRow}>
          <CurrencyPick className={css.code} label={t`Add up in`} value={base} onChange={(code) => setBase.mutate(code)} />
          {base && <Button kind="quiet" size="s" onPress={() => setBase.mutate("")}>{t`Do not add up`}</Button>}
        </div>
        {data.rates.length > 0 && (
          <ul className={css.rates} aria-label={t`Exchange rates`}>
            {data.rates.map((rate) => (
              <li key={rate.id}>{open === rate.id ? <RateForm rate={rate} base={rate.base} onClose={close} /> : <RateRow rate={rate} base={base} left={left === rate.id} onEdit={() => setOpen(rate.id)} />}</li>
            ))}
          </ul>
        )}
        {base && (open === NEW ? <RateForm base={base} onClose={close} /> : <Button icon={Plus} autoFocus={left === NEW} onPress={() => setOpen(NEW)}><Trans>Add a rate</Trans></Button>)}
      </Card>
    </section>
  );
}

function RateRow({ rate, base, left, onEdit }: { rate: ExchangeRate; base: string; left: boolean; onEdit: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const remove = useRemoveRate();
  const { currency, base: into, rate: worth } = rate;
  const day = format.fullDay(rate.day);
  const name = t`${currency} of ${day}`;
  const inUse = into === base;
  return (
    <div className={css.rate}>
      <bdi>{t`1 ${currency} = ${worth} ${into}`}</bdi>
      <span className={css.beside}>{day}</span>
      {!inUse && <span className={css.beside}>{t`not in use`}</span>}
      <span className={css.deeds}>
        {inUse && <Button kind="quiet" size="s" icon={Pencil} aria-label={t`Change the rate: ${name}`} autoFocus={left} onPress={onEdit} />}
        <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove the rate: ${name}`} onPress={() => remove.mutate(rate)} />
      </span>
    </div>
  );
}

function RateForm({ rate, base, onClose }: { rate?: ExchangeRate; base: string; onClose: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const save = useSaveRate();
  const [currency, setCurrency] = useState(rate?.currency ?? "");
  const [worth, setWorth] = useState(rate?.rate ?? "");
  const [day, setDay] = useState<string | null>(() => rate?.day ?? dayOf(Date.now()));
  const plain = worth.trim().replace(",", ".");
  const right = /^\d{1,12}(\.\d{1,12})?$/.test(plain) && Number(plain) > 0;
  const same = currency === base;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!right || same || currency === "" || day === null || save.isPending) return;
    save.mutate({ ...(rate && { id: rate.id }), currency, rate: plain, day }, { onSuccess: onClose });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <form className={css.form} aria-label={rate ? t`Change the rate` : t`New rate`} onSubmit={submit} onKeyDown={onKeyDown}>
      {save.error && <Notice tone="danger">{sentence(save.error)}</Notice>}
      <div className={css.fields}>
        <CurrencyPick className={css.code} label={t`One unit of`} value={currency} onChange={setCurrency} />
        <TextField className={css.money} label={t`was worth`} value={worth} onChange={setWorth} placeholder="0.92" inputMode="decimal" end={<span className={css.unit}>{base}</span>} error={worth !== "" && !right ? t`Write a number like 0.92.` : same ? t`That is the same currency.` : null} />
        <DateField className={css.date} label={t`On`} value={day} onChange={setDay} />
      </div>
      <div className={css.formDeeds}>
        <Button size="s" type="submit" icon={Check} isDisabled={!right || same || currency === "" || day === null} isPending={save.isPending}>{t`Save`}</Button>
        <Button size="s" kind="quiet" icon={X} onPress={onClose}>{t`Leave it`}</Button>
      </div>
    </form>
  );
}
