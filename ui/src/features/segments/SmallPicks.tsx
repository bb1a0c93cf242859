/** Small choices that several conditions share: more or less, before or after, so many days. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Bound } from "../../bindings/Bound";
import type { Side } from "../../bindings/Side";
import { NumberField } from "../../components/controls/NumberField";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { CurrencyPick } from "../../frame/CurrencyPick";
import { currencies, plainAmount, readAmount } from "../../frame/money";
import css from "./segments.module.css";

const MOST_DAYS = 36_500;

export function BoundPick({ value, onChange, least, most }: { value: Bound; onChange: (bound: Bound) => void; least: string; most: string }) {
  const { t } = useLingui();
  return <Select label={t`At least or at most`} quietLabel options={[{ id: "atLeast", label: least }, { id: "atMost", label: most }]} value={value} onChange={onChange} />;
}

export function SidePick({ value, onChange }: { value: Side; onChange: (side: Side) => void }) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Longer ago or not`}
      quietLabel
      options={[{ id: "before", label: t`longer ago than` }, { id: "after", label: t`in the last` }]}
      value={value}
      onChange={onChange}
    />
  );
}

/** A number that is always there: an emptied field keeps the last one. */
export function NumberPick({ label, value, onChange, ...rest }: { label: string; value: number; onChange: (value: number) => void; min: number; max: number; step?: number; unit?: string }) {
  return <NumberField className={css.number} label={label} quietLabel value={value} onChange={(to) => to !== null && onChange(to)} {...rest} />;
}

/** So many days: back from today, ahead of it, or of the time looked at. */
export function DaysField({ value, onChange, min = 1, max, ahead, within }: { value: number; onChange: (days: number) => void; min?: number; max?: number; ahead?: boolean; within?: boolean }) {
  const { t } = useLingui();
  const unit = t`${plural(value, { one: "day", other: "days" })}`;
  return (
    <span className={css.phrase}>
      {ahead && <span>{t`in the next`}</span>}
      {within && <span>{t`in the last`}</span>}
      <NumberField
        className={css.number}
        label={t`How many days`}
        quietLabel
        unit={unit}
        min={min}
        max={max ?? (ahead ? 366 : MOST_DAYS)}
        value={value}
        onChange={(days) => days !== null && onChange(Math.round(days))}
      />
    </span>
  );
}

/** Ever, or in so many days. */
export function MaybeDays({ value, onChange }: { value: number | null | undefined; onChange: (days: number | null) => void }) {
  const { t } = useLingui();
  const days = value ?? null;
  return (
    <>
      <Select
        label={t`When`}
        quietLabel
        options={[{ id: "ever", label: t`ever` }, { id: "last", label: t`in the last` }]}
        value={days === null ? "ever" : "last"}
        onChange={(id) => onChange(id === "ever" ? null : (days ?? 90))}
      />
      {days !== null && <DaysField value={days} onChange={onChange} />}
    </>
  );
}

/** An amount in a currency. What is no amount yet stays in the field, and the last one counts. */
export function MoneyPick({ amount, currency, onChange }: { amount: number; currency: string; onChange: (amount: number, currency: string) => void }) {
  const { t } = useLingui();
  const all = useQuery(currencies).data ?? [];
  const digitsOf = (code: string) => all.find((one) => one.code === code)?.digits ?? 2;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? plainAmount(amount, digitsOf(currency));
  const read = readAmount(text, digitsOf(currency));
  return (
    <>
      <TextField
        className={css.money}
        aria-label={t`Amount`}
        inputMode="decimal"
        value={text}
        onChange={(to) => {
          setTyped(to);
          const minor = readAmount(to, digitsOf(currency));
          if (minor !== null) onChange(minor, currency);
        }}
        error={read === null ? t`Write an amount like 120.50.` : null}
      />
      <CurrencyPick
        className={css.code}
        quietLabel
        value={currency}
        onChange={(code) => {
          // The same number in another currency: 500.00 euros, 500 yen.
          const minor = readAmount(text, digitsOf(code)) ?? Math.round((amount / 10 ** digitsOf(currency)) * 10 ** digitsOf(code));
          setTyped(null);
          onChange(minor, code);
        }}
      />
    </>
  );
}
