/** What a table of purchases leaves open: what its columns hold, the order of dates, the currency, and who is not in the book. */
import { useLingui } from "@lingui/react/macro";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { OrderField } from "../../bindings/OrderField";
import type { OrdersOptions } from "../../bindings/OrdersOptions";
import type { OrdersPreview } from "../../bindings/OrdersPreview";
import { Select } from "../../components/controls/Select";
import { Switch } from "../../components/controls/Toggles";
import { CurrencyPick } from "../../frame/CurrencyPick";
import css from "./exchange.module.css";

const fields: Record<OrderField, MessageDescriptor> = {
  ignore: msg`leave out`,
  person: msg`Who bought`,
  given: msg`Given name`,
  family: msg`Family name`,
  email: msg`E-mail`,
  organisation: msg`Organisation`,
  date: msg`Day`,
  amount: msg`Amount`,
  currency: msg`Currency`,
  item: msg`What it was`,
  reference: msg`Order or invoice number`,
};

export function OrdersAsked({ preview, options, onOptions }: { preview: OrdersPreview; options: OrdersOptions; onOptions: (options: OrdersOptions) => void }) {
  const { t, i18n } = useLingui();
  const { columns, sample, dateQuestion, needsCurrency } = preview;
  const all = (Object.keys(fields) as OrderField[]).map((id) => ({ id, label: i18n._(fields[id]) }));
  const set = (at: number, field: OrderField) => onOptions({ ...options, columns: columns.map((column, i) => (i === at ? field : column.field)) });
  const whole = columns.some((c) => c.field === "date") && columns.some((c) => c.field === "amount") && columns.some((c) => c.field === "person" || c.field === "email" || c.field === "family");
  const example = dateQuestion?.example ?? "";
  return (
    <>
      <details className={css.columns} open={!whole || options.columns != null}>
        <summary>{t`Columns`}</summary>
        <ul>
          {columns.map((column, at) => (
            <li key={`${at} ${column.header}`}>
              <span className={css.header}><bdi>{column.header}</bdi></span>
              <span className={css.sample}><bdi>{sample.map((row) => row[at]).find((cell) => cell) ?? ""}</bdi></span>
              <Select label={column.header} quietLabel plain options={all} value={column.field} onChange={(field) => set(at, field)} />
            </li>
          ))}
        </ul>
      </details>
      {(dateQuestion || options.dateOrder) && (
        <Select
          label={example ? t`What comes first in a date like ${example}?` : t`What comes first in dates?`}
          options={[{ id: "dayFirst", label: t`the day` }, { id: "monthFirst", label: t`the month` }]}
          placeholder={t`choose`}
          value={options.dateOrder ?? null}
          onChange={(dateOrder) => onOptions({ ...options, dateOrder })}
        />
      )}
      {(needsCurrency || options.currency) && <CurrencyPick label={t`Currency of lines that name none`} value={options.currency ?? ""} onChange={(currency) => onOptions({ ...options, currency })} />}
      <Switch isSelected={options.newPeople === true} onChange={(newPeople) => onOptions({ ...options, newPeople })}>{t`Make new people for lines whose person is not in the book`}</Switch>
    </>
  );
}
