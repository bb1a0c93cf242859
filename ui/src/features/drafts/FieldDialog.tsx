/** One field of a template: which, how it is written, and what stands there when somebody has not got it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Checkbox } from "../../components/controls/Toggles";
import { Dialog } from "../../components/overlays/Dialog";
import { customFields } from "../../frame/customFields";
import css from "./drafts.module.css";
import { useTemplateFields } from "./templateFields";
import { type FieldTag, written } from "./templateTags";

const FORM = "template-field";
const AS_IT_IS = "as-it-is";
const NONE = "none";

export type FieldParts = Omit<FieldTag, "from" | "to" | "kind">;
const blank: FieldParts = { field: "person.preferred", shape: "", orField: "", orWords: null };

export interface FieldDialogProps {
  /** The one to change; without it a new one is put in. */
  tag: FieldTag | null;
  onDone: (text: string) => void;
  onClose: () => void;
}

export function FieldDialog({ tag, onDone, onClose }: FieldDialogProps) {
  const { t } = useLingui();
  const fields = useTemplateFields();
  const shapesOf = useShapes();
  const [parts, setParts] = useState<FieldParts>(tag ?? blank);
  const set = (part: Partial<FieldParts>) => setParts({ ...parts, ...part });
  const { field, shape, orField, orWords } = parts;
  const shapes = shapesOf(field, shape);
  const known = fields.some(({ id }) => id === field) ? fields : [{ id: field, label: field }, ...fields];
  return (
    <Dialog
      title={tag ? t`Change the field` : t`Put in a field`} isOpen onClose={onClose} closeLabel={t`Close`} size="s"
      footer={<Button kind="primary" type="submit" form={FORM}>{tag ? <Trans>Change it</Trans> : <Trans>Put it in</Trans>}</Button>}
    >
      <form
        id={FORM} className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          onDone(written({ ...parts, orWords: orWords?.trim() ?? null }));
        }}
      >
        <Select label={t`Field`} options={known} value={field} onChange={(to) => set({ field: to, shape: to === "goals" ? "list_and" : "" })} autoFocus />
        {shapes.length > 1 && <Select label={t`Written as`} options={shapes} value={shape === "" ? AS_IT_IS : shape} onChange={(to) => set({ shape: to === AS_IT_IS ? "" : to })} />}
        <Select
          label={t`If it is missing`} value={orField === "" ? NONE : orField} onChange={(to) => set({ orField: to === NONE ? "" : to })}
          options={[{ id: NONE, label: t`no other field` }, ...known.filter(({ id }) => id !== field)]}
        />
        <TextField
          label={t`Words for when nothing is there`} value={orWords ?? ""} onChange={(to) => set({ orWords: to === "" ? null : to })} placeholder={t`there`} isDisabled={orWords === ""}
          hint={t`Without them the template cannot be filled for who has not got the field.`}
        />
        <Checkbox isSelected={orWords === ""} onChange={(on) => set({ orWords: on ? "" : null })}>{t`Say nothing then`}</Checkbox>
      </form>
    </Dialog>
  );
}

/** How a field can be written, if there is a choice. */
function useShapes(): (field: string, now: string) => { id: string; label: string }[] {
  const { t } = useLingui();
  const own = useQuery(customFields).data ?? [];
  return (field, now) => {
    const isDay = field === "today" || field === "last.when" || own.some(({ kind, word }) => kind === "date" && field === `custom.${word}`);
    const days = [{ id: AS_IT_IS, label: t`4 December 2026` }, { id: "day_month", label: t`4 December` }, { id: "month", label: t`December` }, { id: "weekday", label: t`Friday` }];
    const lists = [{ id: AS_IT_IS, label: t`one, two, three` }, { id: "list_and", label: t`one, two and three` }];
    const shapes = isDay ? days : field === "goals" ? lists : [{ id: AS_IT_IS, label: t`as it is` }];
    return now === "" || shapes.some(({ id }) => id === now) ? shapes : [...shapes, { id: now, label: now }];
  };
}
