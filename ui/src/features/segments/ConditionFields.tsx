/** The fields of one condition: what it asks beyond its kind. */
import { useLingui } from "@lingui/react/macro";
import type { Bound } from "../../bindings/Bound";
import type { Condition } from "../../bindings/Condition";
import type { ReachKind } from "../../bindings/ReachKind";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { channels, useChannelName } from "../../strings/channels";
import { feelingOf, feelings, useFeelingWords } from "../../strings/feelings";
import { useRelations, useStages } from "../../strings/stages";
import { OrganisationPick, TagPick, WordPick } from "./BookPicks";
import { MoreFields } from "./MoreFields";
import { BoundPick, DaysField, MaybeDays, NumberPick, SidePick } from "./SmallPicks";
import { isDate } from "./kinds";
import type { Names } from "./words";
import css from "./segments.module.css";

export interface FieldsProps<C extends Condition = Condition> {
  condition: C;
  onChange: (condition: Condition) => void;
  names: Names;
}

export function ConditionFields(props: FieldsProps) {
  const { condition, onChange, names } = props;
  switch (condition.on) {
    case "tag": return <TagPick value={condition.tag} onChange={(tag) => onChange({ on: "tag", tag })} />;
    case "organisation": return <OrganisationPick value={condition.organisation} name={names[condition.organisation]} onChange={(organisation) => onChange({ on: "organisation", organisation })} />;
    case "language": return <WordPick of="languages" value={condition.language} onChange={(language) => onChange({ on: "language", language })} />;
    case "source": return <WordPick of="sources" value={condition.source} onChange={(source) => onChange({ on: "source", source })} />;
    case "name": return <NameFields condition={condition} onChange={onChange} names={names} />;
    case "stage":
    case "relation": return <StageFields condition={condition} onChange={onChange} names={names} />;
    case "reach": return <ReachFields condition={condition} onChange={onChange} names={names} />;
    case "preferredChannel": return <ChannelField value={condition.channel} onChange={(channel) => onChange({ on: "preferredChannel", channel })} />;
    case "lastTouch":
    case "lastPurchase":
    case "added":
      return <><SidePick value={condition.side} onChange={(side) => onChange({ ...condition, side })} /><DaysField value={condition.days} onChange={(days) => onChange({ ...condition, days })} /></>;
    case "channelUsed":
      return <><ChannelField value={condition.channel} onChange={(channel) => onChange({ ...condition, channel })} /><MaybeDays value={condition.days} onChange={(days) => onChange(lasting(condition, days))} /></>;
    case "touches": return <TouchesFields condition={condition} onChange={onChange} names={names} />;
    case "lastFelt": return <LastFeltFields condition={condition} onChange={onChange} names={names} />;
    case "meanFelt": return <MeanFeltFields condition={condition} onChange={onChange} names={names} />;
    case "customerSince": return <SinceFields condition={condition} onChange={onChange} names={names} />;
    case "birthday": return <DaysField min={0} value={condition.days} onChange={(days) => onChange({ on: "birthday", days })} ahead />;
    case "neverTouched":
    case "neverBought": return null;
    default: return <MoreFields condition={condition} onChange={onChange} names={props.names} />;
  }
}

/** With so many days, or without any. */
function lasting(condition: Extract<Condition, { on: "touches" | "channelUsed" }>, days: number | null): Condition {
  if (days !== null) return { ...condition, days };
  return condition.on === "touches" ? { on: "touches", bound: condition.bound, count: condition.count } : { on: "channelUsed", channel: condition.channel };
}

type Of<K extends Condition["on"]> = FieldsProps<Extract<Condition, { on: K }>>;

function NameFields({ condition, onChange }: Of<"name">) {
  const { t } = useLingui();
  return <TextField className={css.wide} aria-label={t`Part of the name`} placeholder={t`a part of the name`} value={condition.text} onChange={(text) => onChange({ on: "name", text })} />;
}

/** Both lists have six entries and "not said". */
function StageFields({ condition, onChange }: Of<"stage" | "relation">) {
  const { t } = useLingui();
  const stages = useStages();
  const relations = useRelations();
  const isStage = condition.on === "stage";
  const all = (isStage ? stages : relations).all.map(({ id, label }) => ({ id, label }));
  return (
    <Select
      className={css.wide}
      label={isStage ? t`Stage` : t`Type of relationship`}
      quietLabel
      options={[...all, { id: NOT_SAID, label: t`not said` }]}
      value={(isStage ? condition.stage : condition.relation) || NOT_SAID}
      onChange={(id) => {
        const word = id === NOT_SAID ? "" : id;
        onChange(isStage ? { on: "stage", stage: word } : { on: "relation", relation: word });
      }}
    />
  );
}

const NOT_SAID = "not-said";

function ReachFields({ condition, onChange }: Of<"reach">) {
  const { t } = useLingui();
  const kinds: readonly { id: ReachKind; label: string }[] = [
    { id: "phone", label: t`phone number` }, { id: "email", label: t`e-mail address` }, { id: "address", label: t`postal address` },
    { id: "chat", label: t`chat address` }, { id: "link", label: t`link` },
  ];
  return (
    <>
      <Select
        label={t`Has it or lacks it`}
        quietLabel
        options={[{ id: "has", label: t`has a` }, { id: "lacks", label: t`has no` }]}
        value={condition.has ? "has" : "lacks"}
        onChange={(id) => onChange({ ...condition, has: id === "has" })}
      />
      <Select label={t`Address or number`} quietLabel options={kinds} value={condition.kind} onChange={(kind) => onChange({ ...condition, kind })} />
    </>
  );
}

function ChannelField({ value, onChange }: { value: (typeof channels)[number]; onChange: (channel: (typeof channels)[number]) => void }) {
  const { t } = useLingui();
  const name = useChannelName();
  return <Select label={t`Channel`} quietLabel options={channels.map((id) => ({ id, label: name(id) }))} value={value} onChange={onChange} />;
}

function TouchesFields({ condition, onChange }: Of<"touches">) {
  const { t } = useLingui();
  return (
    <>
      <BoundPick value={condition.bound} onChange={(bound) => onChange({ ...condition, bound })} least={t`at least`} most={t`at most`} />
      <NumberPick label={t`How many touchpoints`} min={0} max={100_000} value={condition.count} onChange={(count) => onChange({ ...condition, count })} />
      <MaybeDays value={condition.days} onChange={(days) => onChange(lasting(condition, days))} />
    </>
  );
}

/** "better" and "worse", because a feeling is no amount. */
function FeltBound({ value, onChange }: { value: Bound; onChange: (bound: Bound) => void }) {
  const { t } = useLingui();
  return <BoundPick value={value} onChange={onChange} least={t`or better`} most={t`or worse`} />;
}

function LastFeltFields({ condition, onChange }: Of<"lastFelt">) {
  const { t } = useLingui();
  const { word } = useFeelingWords();
  return (
    <>
      <Select
        label={t`Feeling`}
        quietLabel
        options={feelings.map((felt) => ({ id: String(felt), label: word(felt) }))}
        value={String(feelingOf(condition.felt))}
        onChange={(felt) => onChange({ ...condition, felt: Number(felt) })}
      />
      <FeltBound value={condition.bound} onChange={(bound) => onChange({ ...condition, bound })} />
    </>
  );
}

function MeanFeltFields({ condition, onChange }: Of<"meanFelt">) {
  const { t } = useLingui();
  return (
    <>
      <NumberPick label={t`Feeling from −2 to 2`} min={-2} max={2} step={0.1} value={condition.felt} onChange={(felt) => onChange({ ...condition, felt })} />
      <FeltBound value={condition.bound} onChange={(bound) => onChange({ ...condition, bound })} />
      <DaysField value={condition.days} onChange={(days) => onChange({ ...condition, days })} within />
    </>
  );
}

function SinceFields({ condition, onChange }: Of<"customerSince">) {
  const { t } = useLingui();
  const { date } = condition;
  const wrong = date.length >= 4 && !isDate(date) ? t`Write a year, 2020, or a day, 2020-05-17.` : null;
  return (
    <>
      <Select
        label={t`Before or after`}
        quietLabel
        options={[{ id: "before", label: t`before` }, { id: "after", label: t`or later` }]}
        value={condition.side}
        onChange={(side) => onChange({ ...condition, side })}
      />
      <TextField aria-label={t`Year or day`} placeholder={t`2020 or 2020-05-17`} value={date} onChange={(to) => onChange({ ...condition, date: to.trim() })} error={wrong} />
    </>
  );
}
