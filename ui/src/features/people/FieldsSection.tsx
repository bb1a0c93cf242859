/** Fields of the user's own in Settings: made, renamed, given choices, removed. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { CustomField } from "../../bindings/CustomField";
import { Select } from "../../components/controls/Select";
import { TextArea } from "../../components/controls/TextArea";
import { TextField } from "../../components/controls/TextField";
import { Card } from "../../components/layout/Card";
import { Notice } from "../../components/layout/States";
import { customFields } from "../../frame/customFields";
import { useSentence } from "../../strings/sentences";
import { useRemoveField, useSaveField } from "./fieldActions";
import { PartList } from "./PartList";
import css from "./person.module.css";

export function FieldsSection() {
  const { t } = useLingui();
  const sentence = useSentence();
  const save = useSaveField();
  const remove = useRemoveField();
  const { data } = useQuery(customFields);
  const kinds: readonly { id: CustomField["kind"]; label: string }[] = [
    { id: "text", label: t`words` }, { id: "number", label: t`a number` }, { id: "date", label: t`a day` }, { id: "choice", label: t`one of several choices` },
  ];
  if (!data) return null;
  const kindOf = (kind: CustomField["kind"]) => kinds.find((one) => one.id === kind)?.label ?? "";
  const lines = (text: string) => text.split("\n").map((one) => one.trim()).filter(Boolean);
  return (
    <Card>
      <p className={css.fieldsWhy}><Trans>What you want to know of people and Rapport has no place for: it stands on their page, segments can ask for it, and it goes out with the book.</Trans></p>
      {save.error && <Notice tone="danger">{save.error.details["why"] === "taken" ? t`There is a field of that name already.` : sentence(save.error)}</Notice>}
      <PartList
        title={t`Fields of your own`}
        items={data}
        addLabel={t`Add a field`}
        keep="custom-field"
        nameOf={(field) => field.name}
        view={(field) => (
          <span className={css.wide}>
            <bdi>{field.name}</bdi>
            <bdi className={css.sub}>{field.kind === "choice" ? field.choices.join(" · ") : kindOf(field.kind)}</bdi>
          </span>
        )}
        blank={{ name: "", kind: "text" as CustomField["kind"], choices: "", isNew: true }}
        valuesOf={({ name, kind, choices }) => ({ name, kind, choices: choices.join("\n"), isNew: false })}
        isWhole={({ name, kind, choices }) => name.trim() !== "" && (kind !== "choice" || lines(choices).length > 0)}
        fields={(field, set) => (
          <>
            <TextField label={t`What it is called`} value={field.name} onChange={(name) => set({ name })} placeholder={t`Shoe size`} autoFocus />
            {field.isNew && <Select label={t`What it holds`} options={kinds} value={field.kind} onChange={(kind) => set({ kind })} />}
            {field.kind === "choice" && <TextArea label={t`Choices, one a line`} value={field.choices} onChange={(choices) => set({ choices })} />}
          </>
        )}
        onSave={(field, id, done) => save.mutate({ ...(id ? { id } : { kind: field.kind }), name: field.name.trim(), ...(field.kind === "choice" && { choices: lines(field.choices) }) }, { onSuccess: done })}
        onRemove={(field) => remove.mutate(field)}
      />
    </Card>
  );
}
