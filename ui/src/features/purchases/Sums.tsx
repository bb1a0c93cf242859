/** What purchases come to: in each currency, and in the reader's own where every rate was given; it says which rates. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { PurchaseTotals } from "../../bindings/PurchaseTotals";
import { useFormat } from "../../frame/format";
import { moneyText } from "../../frame/money";
import css from "./purchases.module.css";

export function Sums({ totals }: { totals: PurchaseTotals }) {
  const { t } = useLingui();
  const format = useFormat();
  const { currencies, inBase, lacking } = totals;
  if (currencies.length === 0) return <span />;
  const money = (sum: number, currency: string, digits: number) => moneyText(format.region, sum, currency, digits);
  const together = inBase && money(inBase.sum, inBase.currency, inBase.digits);
  const missing = format.list(lacking);
  return (
    <div className={css.sums}>
      <ul className={css.totals} aria-label={t`What they come to`}>
        {currencies.map((one) => {
          const first = one.first ? format.month(one.first) : "";
          const last = one.last ? format.month(one.last) : "";
          const span = first === last ? first : `${first} – ${last}`;
          const count = t`${plural(one.count, { one: "# purchase", other: "# purchases" })}`;
          return (
            <li key={one.currency}>
              <bdi className={css.sum}>{money(one.sum, one.currency, one.digits)}</bdi>
              <span className={css.of}>{span ? `${count} · ${span}` : count}</span>
            </li>
          );
        })}
      </ul>
      {inBase && currencies.length > 1 && (
        <p className={css.base}>
          {t`Together ${together}`}
          {inBase.rates.map(({ currency, rate, day: of }) => {
            const day = format.fullDay(of);
            const into = inBase.currency;
            return <span key={currency}> · {t`1 ${currency} = ${rate} ${into}, ${day}`}</span>;
          })}
        </p>
      )}
      {lacking.length > 0 && <p className={css.base}>{t`Not added up: there is no rate for ${missing}. Rates stand in Settings.`}</p>}
    </div>
  );
}
