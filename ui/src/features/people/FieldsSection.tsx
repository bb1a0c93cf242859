/** Fields of the user's own in Settings: made, renamed, given choices, removed. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { CustomField } from "../../bindings/CustomField";
import { Select } from "../../components/controls/Select";
import { Checkbox } from "../../components/controls/Toggles";
import { TextArea } from "../../components/controls/TextArea";
import { TextField } from "../../components/controls/TextField";
import { Card } from "../../components/layout/Card";
import { Notice } from "../../components/layout/States";
import { Chip } from "../../components/marks/Chip";
import { customFields } from "../../frame/customFields";
import { useSentence } from "../../strings/sentences";
import { useRemoveField, useSaveField } from "./fieldActions";
import { PartList } from "./PartList";
import css from "./person.module.css";

/** The word of the field that holds what people want to reach. */
const GOALS = "goals";

/** What letters have to know of a field. */
type Said = Pick<CustomField, "origin" | "sensitive" | "mention"> & { goals: boolean };
const unsaid: Said = { origin: "noted", sensitive: false, mention: false, goals: false };
const saidOf = ({ origin, sensitive, mention, goals }: Said & { kind: CustomField["kind"] }) => {
  const spoken = mention && origin !== "bought";
  return { origin, sensitive, mention: spoken, goals: spoken && goals };
};

export function FieldsSection() {
  const { t } = useLingui();
  const sentence = useSentence();
  const save = useSaveField();
  const remove = useRemoveField();
  const { data } = useQuery(customFields);
  const kinds: readonly { id: CustomField["kind"]; label: string }[] = [
    { id: "text", label: t`words` }, { id: "number", label: t`a number` }, { id: "date", label: t`a day` }, { id: "choice", label: t`one of several choices` },
  ];
  const origins: readonly { id: CustomField["origin"]; label: string }[] = [
    { id: "told", label: t`they told us` }, { id: "public", label: t`they say it in public` }, { id: "noted", label: t`we noticed it` }, { id: "bought", label: t`from somebody else` },
  ];
  if (!data) return null;
  const kindOf = (kind: CustomField["kind"]) => kinds.find((one) => one.id === kind)?.label ?? "";
  const mentionHint = ({ origin, sensitive }: Said) =>
    origin === "bought" ? t`They never told you, so no letter speaks of it.` : sensitive ? t`Only to those who agreed to it: see the permissions on their page.` : t`Templates can ask for it then.`;
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
            <span className={css.marks}>
              {field.mention && <Chip tone="accent">{t`in letters`}</Chip>}
              {field.sensitive && <Chip tone="warn">{t`sensitive`}</Chip>}
            </span>
          </span>
        )}
        blank={{ name: "", kind: "text" as CustomField["kind"], choices: "", ...unsaid, isNew: true }}
        valuesOf={({ name, kind, choices, origin, sensitive, mention, word }) => ({ name, kind, choices: choices.join("\n"), origin, sensitive, mention, goals: word === GOALS, isNew: false })}
        isWhole={({ name, kind, choices }) => name.trim() !== "" && (kind !== "choice" || lines(choices).length > 0)}
        fields={(field, set) => (
          <>
            <TextField label={t`What it is called`} value={field.name} onChange={(name) => set({ name })} placeholder={t`Shoe size`} autoFocus />
            {field.isNew && <Select label={t`What it holds`} options={kinds} value={field.kind} onChange={(kind) => set({ kind })} />}
            {field.kind === "choice" && <TextArea label={t`Choices, one a line`} value={field.choices} onChange={(choices) => set({ choices })} />}
            <Select label={t`How you know it`} options={origins} value={field.origin} onChange={(origin) => set({ origin })} />
            <Checkbox isSelected={field.sensitive} onChange={(sensitive) => set({ sensitive })} hint={t`Health, faith, money, where they are: nobody’s business unless they agree.`}>{t`Sensitive`}</Checkbox>
            <Checkbox
              isSelected={field.mention && field.origin !== "bought"} isDisabled={field.origin === "bought"} onChange={(mention) => set({ mention })}
              hint={mentionHint(field)}
            >
              {t`Letters may mention it`}
            </Checkbox>
            {field.mention && field.kind === "text" && (
              <Checkbox isSelected={field.goals} onChange={(goals) => set({ goals })} hint={t`Templates speak of it where they speak of aims, one aim a line.`}>{t`It holds what they want to reach`}</Checkbox>
            )}
          </>
        )}
        onSave={(field, id, done) => save.mutate({ ...(id ? { id } : { kind: field.kind }), name: field.name.trim(), ...saidOf(field), ...(field.kind === "choice" && { choices: lines(field.choices) }) }, { onSuccess: done })}
        onRemove={(field) => remove.mutate(field)}
      />
    </Card>
  );
}
