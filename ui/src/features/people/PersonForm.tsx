/** The name in all its parts, how to address the person, and where one knows them from. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { FormEvent } from "react";
import type { Person } from "../../bindings/Person";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Dialog } from "../../components/overlays/Dialog";
import { useKeptForm } from "../../frame/kept";
import { useEditPerson } from "./actions";
import css from "./parts.module.css";

const FORM = "edit-person";
const NONE = "none";
const texts = ["name", "prefix", "given", "middle", "family", "suffix", "nickname", "said", "addressAs", "language", "source"] as const;
type Values = Record<(typeof texts)[number] | "formOfAddress", string>;

export function PersonForm({ person, isOpen, onClose }: { person: Person; isOpen: boolean; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Dialog title={t`Name and address`} isOpen={isOpen} onClose={onClose} closeLabel={t`Close`} footer={<Button kind="primary" type="submit" form={FORM}><Trans>Save</Trans></Button>}>
      <Fields person={person} onClose={onClose} />
    </Dialog>
  );
}

function Fields({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useLingui();
  const edit = useEditPerson();
  const { id, name } = person.row;
  const before: Values = { ...person, name };
  const { values, set, forget } = useKeptForm<Values>(["people", "names", id], before);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (values.name.trim() === "") return;
    const changed = Object.fromEntries([...texts, "formOfAddress" as const].filter((key) => values[key] !== before[key]).map((key) => [key, values[key].trim()]));
    const done = () => {
      forget();
      onClose();
    };
    if (Object.keys(changed).length === 0) return done();
    edit.mutate({ id, ...changed }, { onSuccess: done });
  };
  const field = (key: (typeof texts)[number], label: string, hint?: string) => (
    <TextField label={label} value={values[key]} onChange={(to) => set({ [key]: to } as Partial<Values>)} {...(hint && { hint })} error={key === "name" && values.name.trim() === "" ? t`A name is needed.` : null} autoFocus={key === "name"} />
  );
  return (
    <form id={FORM} className={css.form} onSubmit={submit}>
      {field("name", t`Name`, t`As they write it themselves.`)}
      <div className={css.pair}>{field("given", t`Given name`)}{field("family", t`Family name`)}</div>
      <div className={css.pair}>{field("middle", t`Further given names`)}{field("nickname", t`What friends call them`)}</div>
      <div className={css.pair}>{field("prefix", t`Before the name`)}{field("suffix", t`After the name`)}</div>
      <div className={css.pair}>{field("said", t`How the name is said`)}{field("addressAs", t`How they wish to be addressed`)}</div>
      <div className={css.pair}>
        <Select
          label={t`Form of address`}
          value={values.formOfAddress || NONE}
          onChange={(to) => set({ formOfAddress: to === NONE ? "" : to })}
          options={[{ id: NONE, label: t`not said` }, { id: "formal", label: t`Formal` }, { id: "middle", label: t`In between` }, { id: "familiar", label: t`Familiar` }]}
        />
        {field("language", t`Language to write in`)}
      </div>
      {field("source", t`Where you know them from`)}
    </form>
  );
}
