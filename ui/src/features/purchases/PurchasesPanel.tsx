/** What a person bought: what it comes to, and line by line, added and changed where it stands. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Purchase } from "../../bindings/Purchase";
import { Button } from "../../components/controls/Button";
import { join } from "../../components/join";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { moneyText } from "../../frame/money";
import type { PersonPart } from "../../frame/personParts";
import { useRemovePurchase } from "./actions";
import { PurchaseForm } from "./PurchaseForm";
import css from "./purchases.module.css";
import { purchasesOf } from "./queries";
import { Sums } from "./Sums";

const NEW = "new";

export function PurchasesPanel({ person }: PersonPart) {
  const { t } = useLingui();
  const { id, organisation } = person.row;
  const { data } = useQuery(purchasesOf(id));
  const [open, setOpen] = useState<string | null>(null);
  // Where the form stood: the focus goes back there.
  const [left, setLeft] = useState<string | null>(null);
  if (!data) return null;
  const close = () => {
    setLeft(open);
    setOpen(null);
  };
  const usual = data.items[0]?.currency;
  const form = (purchase?: Purchase) => <PurchaseForm key={purchase?.id ?? NEW} person={id} purchase={purchase} usual={usual} organisation={organisation} onClose={close} />;
  return (
    <div className={css.panel}>
      <div className={css.top}>
        <Sums totals={data.totals} />
        {open !== NEW && <Button icon={Plus} autoFocus={left === NEW} onPress={() => setOpen(NEW)}><Trans>Add a purchase</Trans></Button>}
      </div>
      {open === NEW && form()}
      {data.items.length > 0 && (
        <ul className={css.list} aria-label={t`Purchases`}>
          {data.items.map((item) => (
            <li key={item.id}>{open === item.id ? form(item) : <Line item={item} left={left === item.id} onEdit={() => setOpen(item.id)} />}</li>
          ))}
        </ul>
      )}
      {data.items.length === 0 && open !== NEW && <p className={css.none}><Trans>Nothing bought yet. What is added here, or comes from a file of orders, counts in segments, journeys and on the canvas.</Trans></p>}
    </div>
  );
}

function Line({ item, left, onEdit }: { item: Purchase; left: boolean; onEdit: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const remove = useRemovePurchase();
  const amount = moneyText(format.region, item.amount, item.currency, item.digits);
  const name = isolated(`${item.item} ${amount}`.trim());
  const beside = [item.organisationName, item.reference].filter(Boolean);
  return (
    <div className={css.line}>
      <span className={css.day}>{format.fullDay(item.date)}</span>
      <span className={css.what}>
        <bdi>{item.item || t`Purchase`}</bdi>
        {item.amount < 0 && <span className={css.back}>{t`given back`}</span>}
        {beside.map((word, at) => <bdi key={at} className={css.beside}>{word}</bdi>)}
      </span>
      <bdi className={join(css.amount, item.amount < 0 && css.less)}>{amount}</bdi>
      <span className={css.deeds}>
        <Button kind="quiet" size="s" icon={Pencil} aria-label={t`Change ${name}`} autoFocus={left} onPress={onEdit} />
        <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove ${name}`} onPress={() => remove.mutate(item)} />
      </span>
    </div>
  );
}
