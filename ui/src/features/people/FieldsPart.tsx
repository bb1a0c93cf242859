/** Fields of the user's own on a person's page: what each holds, changed where it stands. Without any there is nothing to see. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { CustomField } from "../../bindings/CustomField";
import type { Person } from "../../bindings/Person";
import { Select } from "../../components/controls/Select";
import { SectionHead } from "../../components/layout/Heads";
import { customFields } from "../../frame/customFields";
import { useFormat } from "../../frame/format";
import { InPlace } from "../../frame/InPlace";
import { useSetField } from "./fieldActions";
import css from "./person.module.css";
import { fieldValues } from "./queries";

export function FieldsPart({ person }: { person: Person }) {
  const { t } = useLingui();
  const { id } = person.row;
  const fields = useQuery(customFields).data ?? [];
  const values = useQuery({ ...fieldValues(id), enabled: fields.length > 0 }).data;
  if (fields.length === 0 || !values) return null;
  return (
    <section className={css.part}>
      <SectionHead title={t`More`} />
      <ul className={css.items}>
        {fields.map((field) => (
          <li key={field.id} className={css.item}>
            <span className={css.factName}><bdi title={field.name}>{field.name}</bdi></span>
            <span className={css.factValue}><FieldValue person={id} field={field} value={values.find((one) => one.field === field.id)?.value ?? ""} /></span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const NOTHING = "nothing";

function FieldValue({ person, field, value }: { person: string; field: CustomField; value: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const save = useSetField();
  const { name, kind } = field;
  const set = (to: string) => save.mutate({ person, field: field.id, value: to });
  if (kind === "choice") {
    // What was chosen once stands there, though it can no longer be chosen.
    const choices = field.choices.includes(value) || value === "" ? field.choices : [...field.choices, value];
    const options = [{ id: NOTHING, label: t`not said` }, ...choices.map((one) => ({ id: one, label: one }))];
    return <Select plain quietLabel className={css.select} label={name} options={options} value={value || NOTHING} onChange={(to) => set(to === NOTHING ? "" : to)} />;
  }
  const placeholder = kind === "date" ? t`no day yet: 2026-05-17` : kind === "number" ? t`no number yet` : t`nothing yet`;
  const shown = kind === "number" ? format.number(Number(value)) : kind === "date" ? format.fullDay(value) : value;
  return (
    <InPlace label={name} value={value} keep={[person, "field", field.id]} placeholder={placeholder} onSave={(to) => set(kind === "number" ? to.trim().replace(",", ".") : to.trim())}>
      <bdi>{shown}</bdi>
    </InPlace>
  );
}
