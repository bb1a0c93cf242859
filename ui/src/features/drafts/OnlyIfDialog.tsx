/** A part of a template that is said only to those who have a field, and what the others read instead. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Dialog } from "../../components/overlays/Dialog";
import css from "./drafts.module.css";
import { useTemplateFields } from "./templateFields";
import type { RuleTag } from "./templateTags";

const FORM = "only-if";

export interface OnlyIfDialogProps {
  /** The one to change; without it a new one is put around what is selected. */
  tag: RuleTag | null;
  onDone: (before: string, after: string) => void;
  onClose: () => void;
}

export function OnlyIfDialog({ tag, onDone, onClose }: OnlyIfDialogProps) {
  const { t } = useLingui();
  const fields = useTemplateFields();
  const [field, setField] = useState(tag?.field ?? "owed");
  const [instead, setInstead] = useState("");
  const known = fields.some(({ id }) => id === field) ? fields : [{ id: field, label: field }, ...fields];
  return (
    <Dialog
      title={t`Only if`} isOpen onClose={onClose} closeLabel={t`Close`} size="s"
      footer={<Button kind="primary" type="submit" form={FORM}>{tag ? <Trans>Change it</Trans> : <Trans>Put it around</Trans>}</Button>}
    >
      <form
        id={FORM} className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          const otherwise = instead.trim();
          onDone(`{% ${tag?.kind ?? "if"} ${field} %}`, otherwise === "" ? "{% endif %}" : `{% else %}${otherwise}{% endif %}`);
        }}
      >
        <Select label={t`Only to those of whom the book knows`} options={known} value={field} onChange={setField} autoFocus />
        {!tag && <TextField label={t`What the others read instead`} value={instead} onChange={setInstead} hint={t`It goes around what you have selected, or around the paragraph you are in.`} />}
      </form>
    </Dialog>
  );
}
