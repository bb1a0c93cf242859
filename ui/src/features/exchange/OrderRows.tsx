/** Lines of a table of purchases with what becomes of each; those that are left out stand first. */
import { useLingui } from "@lingui/react/macro";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { OrderOutcome } from "../../bindings/OrderOutcome";
import type { OrderRow } from "../../bindings/OrderRow";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { ListRow } from "../../components/layout/ListRow";
import { Avatar } from "../../components/marks/Avatar";
import { Chip } from "../../components/marks/Chip";
import { useFormat } from "../../frame/format";
import { moneyText } from "../../frame/money";
import css from "./exchange.module.css";

const outcomes: Record<OrderOutcome, MessageDescriptor> = {
  added: msg`is added`,
  same: msg`known already`,
  newPerson: msg`is added, with a new person`,
  nobody: msg`nobody of that name or address`,
  several: msg`several people could be meant`,
  noAmount: msg`no amount can be read`,
  noDate: msg`no day can be read`,
  noCurrency: msg`no currency`,
};
const tones = { added: "good", newPerson: "good", same: "plain", nobody: "warn", several: "warn", noAmount: "danger", noDate: "danger", noCurrency: "danger" } as const;

export function OrderRows({ title, rows }: { title: string; rows: readonly OrderRow[] }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  if (rows.length === 0) return null;
  const amountOf = ({ amount, currency, digits }: OrderRow) => (amount === null ? "" : moneyText(format.region, amount, currency, digits));
  return (
    <>
      <SectionHead title={title} count={format.number(rows.length)} />
      <Card rows>
        <ul className={css.rows} aria-label={title} tabIndex={0}>
          {rows.map((row) => {
            const line = format.number(row.line);
            const who = row.person?.name ?? row.who;
            const text = [amountOf(row), row.date && format.fullDay(row.date), row.item, row.reference].filter(Boolean).join(" · ");
            return (
              <li key={row.line}>
                <ListRow tight mark={<Avatar name={who || "?"} size={24} />} title={who || t`nobody is named`} aside={t`line ${line}`} text={text} end={<Chip tone={tones[row.outcome]}>{i18n._(outcomes[row.outcome])}</Chip>} />
              </li>
            );
          })}
        </ul>
      </Card>
    </>
  );
}
