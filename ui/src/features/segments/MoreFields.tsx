/** The fields of conditions about purchases, permission, the loyalty loop, places, ages, fields of one's own and other segments. */
import { useLingui } from "@lingui/react/macro";
import type { Condition } from "../../bindings/Condition";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { channels, useMeansName } from "../../strings/channels";
import { useLoopStages } from "../../strings/stages";
import { SegmentPick } from "./BookPicks";
import type { FieldsProps } from "./ConditionFields";
import { FieldFields } from "./FieldFields";
import { BoundPick, DaysField, MaybeDays, MoneyPick, NumberPick } from "./SmallPicks";
import css from "./segments.module.css";

type Of<K extends Condition["on"]> = FieldsProps<Extract<Condition, { on: K }>>;

export function MoreFields(props: FieldsProps) {
  const { condition, onChange, names } = props;
  switch (condition.on) {
    case "inSegment": return <SegmentPick value={condition.segment} onChange={(segment) => onChange({ on: "inSegment", segment })} />;
    case "title":
    case "place": return <WordsField condition={condition} onChange={onChange} names={names} />;
    case "loopStage": return <LoopFields condition={condition} onChange={onChange} names={names} />;
    case "permission": return <PermissionFields condition={condition} onChange={onChange} names={names} />;
    case "purchases":
    case "spent":
    case "bought": return <PurchaseFields condition={condition} onChange={onChange} names={names} />;
    case "yearly": return <YearlyFields condition={condition} onChange={onChange} names={names} />;
    case "age": return <AgeFields condition={condition} onChange={onChange} names={names} />;
    case "field": return <FieldFields condition={condition} onChange={onChange} names={names} />;
    default: return null;
  }
}

function WordsField({ condition, onChange }: Of<"title" | "place">) {
  const { t } = useLingui();
  if (condition.on === "title") {
    return <TextField className={css.wide} aria-label={t`Part of the title`} placeholder={t`buyer`} value={condition.text} onChange={(text) => onChange({ on: "title", text })} />;
  }
  return <TextField className={css.wide} aria-label={t`City, region or country`} placeholder={t`a city, region or country`} value={condition.place} onChange={(place) => onChange({ on: "place", place })} />;
}

const NOT_SAID = "not-said";
const EVERY = "every";

function LoopFields({ condition, onChange }: Of<"loopStage">) {
  const { t } = useLingui();
  const loop = useLoopStages();
  return (
    <Select
      className={css.wide}
      label={t`Stage of the loyalty loop`}
      quietLabel
      options={[...loop.all, { id: NOT_SAID, label: t`none so far` }]}
      value={condition.stage || NOT_SAID}
      onChange={(id) => onChange({ on: "loopStage", stage: id === NOT_SAID ? "" : id })}
    />
  );
}

function PermissionFields({ condition, onChange }: Of<"permission">) {
  const { t } = useLingui();
  const name = useMeansName();
  const { channel, state } = condition;
  return (
    <>
      <Select
        label={t`Channel`}
        quietLabel
        options={[{ id: EVERY, label: t`Every way` }, ...channels.map((id) => ({ id, label: name(id) }))]}
        value={channel ?? EVERY}
        onChange={(id) => {
          const one = channels.find((known) => known === id);
          onChange({ on: "permission", state, ...(one && { channel: one }) });
        }}
      />
      <Select
        label={t`What they said`}
        quietLabel
        options={[{ id: "agreed", label: t`agreed` }, { id: "optedOut", label: t`asked us not to` }, { id: "notSaid", label: t`not said` }]}
        value={state}
        onChange={(to) => onChange({ ...condition, state: to })}
      />
    </>
  );
}

type Buying = Extract<Condition, { on: "purchases" | "spent" | "bought" }>;

/** With so many days, or without any. */
function lasting(condition: Buying, days: number | null): Condition {
  if (days !== null) return { ...condition, days };
  const { days: before, ...ever } = condition;
  return before === undefined ? condition : ever;
}

function PurchaseFields({ condition, onChange }: Of<"purchases" | "spent" | "bought">) {
  const { t } = useLingui();
  return (
    <>
      {condition.on !== "bought" && <BoundPick value={condition.bound} onChange={(bound) => onChange({ ...condition, bound })} least={t`at least`} most={t`at most`} />}
      {condition.on === "purchases" && <NumberPick label={t`How many purchases`} min={0} max={100_000} value={condition.count} onChange={(count) => onChange({ ...condition, count })} />}
      {condition.on === "spent" && <MoneyPick amount={condition.amount} currency={condition.currency} onChange={(amount, currency) => onChange({ ...condition, amount, currency })} />}
      {condition.on === "bought" && <TextField className={css.wide} aria-label={t`Part of what was bought`} placeholder={t`a part of what was bought`} value={condition.text} onChange={(text) => onChange({ ...condition, text })} />}
      <MaybeDays value={condition.days} onChange={(days) => onChange(lasting(condition, days))} />
    </>
  );
}

function YearlyFields({ condition, onChange }: Of<"yearly">) {
  const { t } = useLingui();
  return (
    <>
      <TextField className={css.wide} aria-label={t`What the date is`} placeholder={t`any, or: name day`} value={condition.label} onChange={(label) => onChange({ ...condition, label })} />
      <Select
        label={t`Ahead or back`}
        quietLabel
        options={[{ id: "after", label: t`in the next` }, { id: "before", label: t`in the last` }]}
        value={condition.side}
        onChange={(side) => onChange({ ...condition, side })}
      />
      <DaysField min={0} max={366} value={condition.days} onChange={(days) => onChange({ ...condition, days })} />
    </>
  );
}

function AgeFields({ condition, onChange }: Of<"age">) {
  const { t } = useLingui();
  return (
    <>
      <BoundPick value={condition.bound} onChange={(bound) => onChange({ ...condition, bound })} least={t`at least`} most={t`at most`} />
      <NumberPick label={t`How many years`} min={0} max={150} unit={t`years`} value={condition.years} onChange={(years) => onChange({ ...condition, years })} />
    </>
  );
}
