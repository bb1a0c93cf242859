/** Corrects a touchpoint that was logged before. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import type { Touchpoint } from "../../bindings/Touchpoint";
import { Button } from "../../components/controls/Button";
import { Notice } from "../../components/layout/States";
import { Chip } from "../../components/marks/Chip";
import { Dialog } from "../../components/overlays/Dialog";
import { useNow } from "../../frame/clock";
import { useKeptForm } from "../../frame/kept";
import { useSentence } from "../../strings/sentences";
import { useEditTouch } from "./actions";
import { formToEdit, momentOf, touchAsForm } from "./touchForm";
import { TouchFields } from "./TouchFields";
import css from "./touchpoints.module.css";

const FORM = "edit-touch";

export function EditTouch({ touch, onClose }: { touch: Touchpoint | null; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Dialog
      title={t`Correct what was logged`}
      isOpen={touch !== null}
      onClose={onClose}
      closeLabel={t`Close`}
      footer={<Button kind="primary" type="submit" form={FORM} keys="mod+enter"><Trans>Save</Trans></Button>}
    >
      {touch && <EditForm key={touch.id} touch={touch} onClose={onClose} />}
    </Dialog>
  );
}

function EditForm({ touch, onClose }: { touch: Touchpoint; onClose: () => void }) {
  const sentence = useSentence();
  const edit = useEditTouch();
  const form = useKeptForm(["touchpoints", "edit", touch.id], touchAsForm(touch));
  const channel = useRef<HTMLDivElement>(null);
  const at = momentOf(form.values, useNow());
  const save = () => {
    if (edit.isPending || at === null) return;
    const done = () => {
      form.forget();
      onClose();
    };
    const change = formToEdit(touch, form.values, at);
    if (Object.keys(change).length === 1) return done();
    edit.mutate(change, { onSuccess: done });
  };
  return (
    <form
      id={FORM}
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {edit.error && <Notice tone="danger">{sentence(edit.error)}</Notice>}
      {form.touched && <Unsaved onDrop={form.forget} />}
      <TouchFields
        form={form.values}
        set={form.set}
        onSave={save}
        channelRef={channel}
        timeWrong={at === null}
        logged
        who={<div className={css.people}>{touch.people.map(({ id, name }) => <Chip key={id} tone="accent"><bdi title={name}>{name}</bdi></Chip>)}</div>}
      />
    </form>
  );
}

/** Says that the form differs from the book, with the way back to what stands there. */
function Unsaved({ onDrop }: { onDrop: () => void }) {
  return <Notice end={<Button kind="quiet" size="s" onPress={onDrop}><Trans>Put back what stands in the book</Trans></Button>}><Trans>Not saved yet.</Trans></Notice>;
}
