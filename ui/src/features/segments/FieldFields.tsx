/** What a field of one's own is asked: which one, how, and for what; words, numbers, days and choices each in their way. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { Condition } from "../../bindings/Condition";
import type { CustomField } from "../../bindings/CustomField";
import type { FieldTest } from "../../bindings/FieldTest";
import { type Option, Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { customFields } from "../../frame/customFields";
import type { FieldsProps } from "./ConditionFields";
import { fits } from "./kinds";
import { DaysField } from "./SmallPicks";
import css from "./segments.module.css";

export function FieldFields({ condition, onChange }: FieldsProps<Extract<Condition, { on: "field" }>>) {
  const { t } = useLingui();
  const all = useQuery(customFields).data ?? [];
  const field = all.find((one) => one.id === condition.field);
  const tests = useTests(field?.kind ?? "text");
  const { test, value } = condition;
  if (all.length === 0) return <span className={css.phrase}>{t`There are no fields yet: make one in Settings.`}</span>;
  const pick = (id: string) => onChange({ on: "field", field: id, test: "filled", value: "" });
  const ask = (to: FieldTest) => onChange({ ...condition, test: to, value: to === "filled" ? "" : to === "inNext" || to === "inLast" ? "30" : fits(to, value) ? value : "" });
  return (
    <>
      <Select className={css.wide} label={t`Field`} quietLabel placeholder={t`choose a field`} options={all.map(({ id, name }) => ({ id, label: name }))} value={condition.field || null} onChange={pick} />
      {field && <Select label={t`How it is looked at`} quietLabel options={tests} value={test} onChange={ask} />}
      {field && test !== "filled" && <Value field={field} test={test} value={value} onChange={(to) => onChange({ ...condition, value: to })} />}
    </>
  );
}

function useTests(kind: CustomField["kind"]): readonly Option<FieldTest>[] {
  const { t } = useLingui();
  const filled: Option<FieldTest> = { id: "filled", label: t`is filled` };
  switch (kind) {
    case "number": return [{ id: "atLeast", label: t`at least` }, { id: "atMost", label: t`at most` }, filled];
    case "date": return [
      { id: "before", label: t`before` }, { id: "after", label: t`on or after` }, { id: "inNext", label: t`in the next` }, { id: "inLast", label: t`in the last` }, filled,
    ];
    case "choice": return [{ id: "is", label: t`is` }, filled];
    case "text": return [{ id: "is", label: t`is` }, { id: "contains", label: t`contains` }, filled];
  }
}

function Value({ field, test, value, onChange }: { field: CustomField; test: FieldTest; value: string; onChange: (value: string) => void }) {
  const { t } = useLingui();
  const { name } = field;
  if (test === "inNext" || test === "inLast") return <DaysField min={0} value={Number(value) || 0} onChange={(days) => onChange(String(days))} />;
  if (field.kind === "choice") return <Select label={name} quietLabel placeholder={t`choose`} options={field.choices.map((one) => ({ id: one, label: one }))} value={value || null} onChange={onChange} />;
  const isDay = test === "before" || test === "after";
  const wrong = value !== "" && !fits(test, value) && (value.length >= 10 || !isDay);
  return (
    <TextField
      className={css.wide}
      aria-label={name}
      placeholder={isDay ? "2026-05-17" : ""}
      value={value}
      onChange={(to) => onChange(isDay || field.kind === "number" ? to.trim().replace(",", ".") : to)}
      error={wrong ? (isDay ? t`Write a day: 2026-05-17.` : t`Write a number.`) : null}
    />
  );
}
