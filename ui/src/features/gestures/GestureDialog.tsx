/** Noting a gesture, or changing one. What was typed survives Esc. Beyond the budget it asks why, and keeps the answer. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Channel } from "../../bindings/Channel";
import type { Gesture } from "../../bindings/Gesture";
import type { GestureSort } from "../../bindings/GestureSort";
import type { NamedPerson } from "../../bindings/NamedPerson";
import { Button } from "../../components/controls/Button";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { dayOf, useNow } from "../../frame/clock";
import { useKeptForm } from "../../frame/kept";
import { currencies, plainAmount, readAmount } from "../../frame/money";
import { useSentence } from "../../strings/sentences";
import { useGive } from "./actions";
import { GestureFields } from "./GestureFields";
import css from "./gestures.module.css";
import { budgetOf } from "./queries";

export interface GestureBeginning {
  person?: NamedPerson | undefined;
  what?: string | undefined;
  sort?: GestureSort | undefined;
  idea?: string | undefined;
}

/** Either one that is there, or how a new one begins. */
export type GestureOpened = { gesture: Gesture } | { begin: GestureBeginning };

export interface GestureValues {
  person: NamedPerson | null;
  what: string;
  sort: GestureSort;
  cost: string;
  /** Nothing: the currency of the budget. */
  currency: string | null;
  /** Nothing: today. */
  day: string | null;
  channel: Channel | null;
  asRole: string;
  decidedBy: string;
  note: string;
  felt: string;
  overReason: string;
}

const FORM = "gesture";
/** Nobody said how it was taken. */
export const UNSAID = "unsaid";

export function GestureDialog({ opened, onClose }: { opened: GestureOpened | null; onClose: () => void }) {
  const { t } = useLingui();
  const isNew = opened !== null && "begin" in opened;
  return (
    <Dialog
      title={isNew ? t`Note a gesture` : t`Change the gesture`}
      isOpen={opened !== null}
      onClose={onClose}
      closeLabel={t`Close`}
      footer={<Button kind="primary" type="submit" form={FORM} keys="enter">{isNew ? t`Note it` : t`Save`}</Button>}
    >
      {opened && <Form opened={opened} onClose={onClose} />}
    </Dialog>
  );
}

function begun(opened: GestureOpened): GestureValues {
  const old = "gesture" in opened ? opened.gesture : null;
  const begin = "begin" in opened ? opened.begin : null;
  return {
    person: old?.person ?? begin?.person ?? null,
    what: old?.what ?? begin?.what ?? "",
    sort: old?.sort ?? begin?.sort ?? "gift",
    cost: old?.cost ? plainAmount(old.cost, old.digits) : "",
    currency: old?.currency || null,
    day: old?.day ?? null,
    channel: null,
    asRole: old?.asRole ?? "",
    decidedBy: old?.decidedBy ?? "",
    note: old?.note ?? "",
    felt: old?.felt == null ? UNSAID : String(old.felt),
    overReason: old?.overReason ?? "",
  };
}

function Form({ opened, onClose }: { opened: GestureOpened; onClose: () => void }) {
  const sentence = useSentence();
  const give = useGive();
  const [initial] = useState(() => begun(opened));
  const old = "gesture" in opened ? opened.gesture : null;
  const idea = "begin" in opened ? opened.begin.idea : undefined;
  const key = old?.id ?? `${initial.person?.id ?? ""} ${idea ?? ""}`;
  const { values, set, forget } = useKeptForm(["gestures", "gesture", key], initial);
  const [tried, setTried] = useState(false);
  const { person, what, sort, day, channel, asRole, decidedBy, note, felt, overReason } = values;
  const today = dayOf(useNow());
  const budget = useQuery({ ...budgetOf(person?.id ?? "", day, asRole), enabled: person !== null }).data;
  const all = useQuery(currencies).data ?? [];
  const currency = values.currency ?? budget?.currency ?? "";
  const digits = all.find((one) => one.code === currency)?.digits ?? 2;
  const cost = values.cost.trim() === "" ? 0 : readAmount(values.cost, digits);
  // What stands in the ledger already is counted in what is left.
  const counted = old && old.currency === currency && old.person.id === person?.id ? (old.cost ?? 0) : 0;
  const over = budget !== undefined && cost !== null && cost > 0 && currency === budget.currency && cost > budget.left + counted;
  // In another currency only the core knows.
  const asksWhy = over || overReason !== "" || give.error?.details.field === "overReason";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!person || what.trim() === "" || cost === null || cost < 0 || (asksWhy && overReason.trim() === "" && over) || give.isPending) return;
    const onSuccess = () => {
      forget();
      onClose();
    };
    const said = { what, sort, cost, ...(cost > 0 && { currency }), ...(day && { day }), asRole, decidedBy, note, overReason };
    const rest = { ...(channel && { channel }), ...(felt !== UNSAID && { felt: Number(felt) }) };
    give.mutate({ ...(old ? { id: old.id } : { person: person.id, ...(idea && { idea }) }), ...said, ...rest }, { onSuccess });
  };
  const failed = give.error && give.error.details.field !== "overReason";
  return (
    <form id={FORM} className={css.form} onSubmit={submit}>
      {failed && <Notice tone="danger">{sentence(give.error)}</Notice>}
      <GestureFields values={values} set={set} today={today} budget={budget} currency={currency} isNew={old === null} asksWhy={asksWhy} tried={tried} wrongCost={cost === null || cost < 0} />
    </form>
  );
}
