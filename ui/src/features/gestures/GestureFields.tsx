/** The fields of a gesture: to whom, what, what it cost, who decided, how it was taken. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { Channel } from "../../bindings/Channel";
import type { GestureBudget } from "../../bindings/GestureBudget";
import { DateField } from "../../components/controls/DateField";
import { Select } from "../../components/controls/Select";
import { TextArea } from "../../components/controls/TextArea";
import { TextField } from "../../components/controls/TextField";
import { Notice } from "../../components/layout/States";
import { CurrencyPick } from "../../frame/CurrencyPick";
import { PersonPick } from "../../frame/PersonPick";
import { channels, useChannelName } from "../../strings/channels";
import { feelings, useFeelingWords } from "../../strings/feelings";
import { BudgetLine } from "./BudgetLine";
import { type GestureValues, UNSAID } from "./GestureDialog";
import css from "./gestures.module.css";
import { roles } from "./queries";
import { sorts, useSortName } from "./words";

export interface GestureFieldsProps {
  values: GestureValues;
  set: (part: Partial<GestureValues>) => void;
  today: string;
  /** Of whoever is chosen, as whatever role is chosen. */
  budget: GestureBudget | undefined;
  currency: string;
  isNew: boolean;
  /** It goes beyond the budget. */
  asksWhy: boolean;
  tried: boolean;
  wrongCost: boolean;
}

/** Nobody's role: an empty id cannot be chosen. */
const NOBODYS = "none";
const AS_USUAL = "usual";

export function GestureFields({ values, set, today, budget, currency, isNew, asksWhy, tried, wrongCost }: GestureFieldsProps) {
  const { t } = useLingui();
  const sortName = useSortName();
  const channelName = useChannelName();
  const { word } = useFeelingWords();
  const ours = useQuery(roles).data ?? [];
  const { person, what, sort, cost, day, channel, asRole, decidedBy, note, felt, overReason } = values;
  const usualChannel = channelName(sort === "card" ? "post" : "inPerson");
  const role = ours.find((one) => one.role === asRole);
  return (
    <>
      {isNew && <PersonPick label={t`For whom`} person={person} onChange={(to) => set({ person: to })} autoFocus={person === null} />}
      {tried && !person && <Notice tone="warn">{t`Say who it was for.`}</Notice>}
      <TextField label={t`What it was`} value={what} onChange={(to) => set({ what: to })} placeholder={t`A cake for the opening`} error={tried && what.trim() === "" ? t`Say what it was.` : null} autoFocus={person !== null} />
      <div className={css.fields}>
        <Select className={css.grow} label={t`Sort`} value={sort} onChange={(to) => set({ sort: to })} options={sorts.map((id) => ({ id, label: sortName(id) }))} />
        <TextField className={css.money} label={t`What it cost`} value={cost} onChange={(to) => set({ cost: to })} inputMode="decimal" placeholder="12.50" error={tried && wrongCost ? t`Write an amount like 12.50.` : null} />
        <CurrencyPick className={css.code} value={currency} onChange={(to) => set({ currency: to })} />
        <DateField className={css.date} label={t`Day`} value={day ?? today} onChange={(to) => set({ day: to === today ? null : to })} max={today} />
      </div>
      {budget && <BudgetLine budget={budget} />}
      {asksWhy && (
        <TextField label={t`Why beyond what may be given?`} hint={t`The reason stays with the gesture.`} value={overReason} onChange={(to) => set({ overReason: to })} placeholder={t`Their machine broke on the busiest day`} error={tried && overReason.trim() === "" ? t`Say why, or give less.` : null} />
      )}
      <div className={css.fields}>
        {ours.length > 0 && (
          <Select className={css.grow} label={t`Given as`} value={asRole || NOBODYS} onChange={(to) => set({ asRole: to === NOBODYS ? "" : to })} options={[{ id: NOBODYS, label: t`nobody in particular` }, ...ours.map((one) => ({ id: one.role, label: one.role }))]} {...(role?.text && { hint: role.text })} />
        )}
        <TextField className={css.grow} label={t`Who decided`} value={decidedBy} onChange={(to) => set({ decidedBy: to })} placeholder={t`You, when left empty`} />
        {isNew && <Select<Channel | typeof AS_USUAL> className={css.grow} label={t`Through what`} value={channel ?? AS_USUAL} onChange={(to) => set({ channel: to === AS_USUAL ? null : to })} options={[{ id: AS_USUAL, label: usualChannel }, ...channels.filter((id) => channelName(id) !== usualChannel).map((id) => ({ id, label: channelName(id) }))]} />}
        <Select className={css.grow} label={t`How it was taken`} value={felt} onChange={(to) => set({ felt: to })} options={[...(isNew || felt === UNSAID ? [{ id: UNSAID, label: t`Not said yet` }] : []), ...feelings.map((one) => ({ id: String(one), label: word(one) }))]} />
      </div>
      <TextArea label={t`What else there is to say`} value={note} onChange={(to) => set({ note: to })} letter rows={2} />
    </>
  );
}
