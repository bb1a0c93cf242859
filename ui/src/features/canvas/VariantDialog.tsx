/** Copies the canvas to try something else on it, and goes there. */
import { useLingui } from "@lingui/react/macro";
import type { FormEvent } from "react";
import type { Canvas } from "../../bindings/Canvas";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Dialog } from "../../components/overlays/Dialog";
import { useKeptForm } from "../../frame/kept";
import { useMakeVariant } from "./actions";
import { useWhichCanvas } from "./queries";
import css from "./versions.module.css";

export function VariantDialog({ canvas, onClose }: { canvas: Canvas; onClose: () => void }) {
  const { t } = useLingui();
  const form = useKeptForm(["canvas", canvas.id, "variant"], { title: "" });
  const make = useMakeVariant();
  const [, choose] = useWhichCanvas();
  const { title } = form.values;
  const can = title.trim() !== "";
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!can) return;
    make.mutate({ id: canvas.id, title }, { onSuccess: ({ id }) => { form.forget(); choose(id); onClose(); } });
  };
  return (
    <Dialog
      title={t`Make a variant`}
      isOpen
      onClose={onClose}
      closeLabel={t`Close`}
      size="s"
      footer={<Button kind="primary" type="submit" form="make-variant" isDisabled={!can} isPending={make.isPending}>{t`Make it`}</Button>}
    >
      <form id="make-variant" className={css.form} onSubmit={save}>
        <p className={css.line}>{t`A copy with its own notes and versions. This canvas stays as it is.`}</p>
        <TextField label={t`What is it called?`} value={title} onChange={(to) => form.set({ title: to })} placeholder={t`What if we only call`} autoFocus />
      </form>
    </Dialog>
  );
}
