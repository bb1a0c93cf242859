/** A perk being written down or changed: what, what it costs, for whom, on which days and how often. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Perk } from "../../bindings/Perk";
import { Button } from "../../components/controls/Button";
import { DateField } from "../../components/controls/DateField";
import { NumberField } from "../../components/controls/NumberField";
import { Select } from "../../components/controls/Select";
import { TextArea } from "../../components/controls/TextArea";
import { TextField } from "../../components/controls/TextField";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { CurrencyPick } from "../../frame/CurrencyPick";
import { useKeptForm } from "../../frame/kept";
import { currencies, plainAmount, readAmount } from "../../frame/money";
import { segmentList } from "../../frame/segmentList";
import { useSentence } from "../../strings/sentences";
import css from "./gestures.module.css";
import { useSavePerk } from "./perkActions";
import { budgets } from "./queries";

const FORM = "perk";
const ANYBODY = "anybody";

export interface PerkOpened {
  perk: Perk | null;
  name?: string;
}

export function PerkDialog({ opened, onClose }: { opened: PerkOpened | null; onClose: () => void }) {
  const { t } = useLingui();
  const isNew = opened?.perk === null;
  return (
    <Dialog title={isNew ? t`Add a perk` : t`Change the perk`} isOpen={opened !== null} onClose={onClose} closeLabel={t`Close`} footer={<Button kind="primary" type="submit" form={FORM} keys="enter">{isNew ? t`Add it` : t`Save`}</Button>}>
      {opened && <Form opened={opened} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ opened: { perk, name }, onClose }: { opened: PerkOpened; onClose: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const save = useSavePerk();
  const segments = useQuery(segmentList).data ?? [];
  const usual = useQuery(budgets).data?.currency ?? "";
  const all = useQuery(currencies).data ?? [];
  const { values, set, forget } = useKeptForm(["gestures", "perk", perk?.id ?? name ?? "new"], {
    name: perk?.name ?? name ?? "", what: perk?.what ?? "", who: perk?.who ?? "", segment: perk?.segment ?? ANYBODY,
    cost: perk?.cost ? plainAmount(perk.cost, perk.digits) : "", currency: perk?.currency || null,
    validFrom: perk?.validFrom || null, validUntil: perk?.validUntil || null, most: perk?.most ?? null,
  });
  const [tried, setTried] = useState(false);
  const currency = values.currency ?? usual;
  const cost = values.cost.trim() === "" ? 0 : readAmount(values.cost, all.find((one) => one.code === currency)?.digits ?? 2);
  const wrongDays = values.validFrom !== null && values.validUntil !== null && values.validUntil < values.validFrom;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (values.name.trim() === "" || cost === null || cost < 0 || wrongDays || save.isPending) return;
    const whom = values.segment === ANYBODY ? { anybody: true } : { segment: values.segment };
    const said = { name: values.name, what: values.what, who: values.who, cost, ...(cost > 0 && { currency }), validFrom: values.validFrom ?? "", validUntil: values.validUntil ?? "", most: values.most ?? 0 };
    save.mutate({ ...(perk && { id: perk.id }), ...said, ...whom }, { onSuccess: () => { forget(); onClose(); } });
  };
  return (
    <form id={FORM} className={css.form} onSubmit={submit}>
      {save.error && <Notice tone="danger">{sentence(save.error)}</Notice>}
      <TextField label={t`Name`} value={values.name} onChange={(to) => set({ name: to })} placeholder={t`An early look`} error={tried && values.name.trim() === "" ? t`Say what it is called.` : null} autoFocus />
      <TextArea label={t`What it is`} value={values.what} onChange={(to) => set({ what: to })} rows={2} />
      <div className={css.fields}>
        <Select className={css.grow} label={t`For whom`} value={values.segment} onChange={(to) => set({ segment: to })} options={[{ id: ANYBODY, label: t`Anybody` }, ...segments.map((one) => ({ id: one.id, label: one.name }))]} />
        <TextField className={css.grow} label={t`In words`} value={values.who} onChange={(to) => set({ who: to })} placeholder={t`whoever stayed a year`} />
      </div>
      <div className={css.fields}>
        <TextField className={css.money} label={t`What one costs us`} value={values.cost} onChange={(to) => set({ cost: to })} inputMode="decimal" placeholder="5.00" error={tried && (cost === null || cost < 0) ? t`Write an amount like 12.50.` : null} />
        <CurrencyPick className={css.code} value={currency} onChange={(to) => set({ currency: to })} />
        <NumberField className={css.money} label={t`At most`} value={values.most} onChange={(to) => set({ most: to })} min={0} unit={t`times`} />
      </div>
      <div className={css.fields}>
        <DateField className={css.date} label={t`From`} value={values.validFrom} onChange={(to) => set({ validFrom: to })} />
        <DateField className={css.date} label={t`Until`} value={values.validUntil} onChange={(to) => set({ validUntil: to })} />
      </div>
      {tried && wrongDays && <Notice tone="warn">{t`Its last day comes before its first.`}</Notice>}
    </form>
  );
}
