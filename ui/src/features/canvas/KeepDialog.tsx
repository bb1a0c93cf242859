/** Keeps the canvas as it stands, with a name and a reason: to look back on, and to compare with. */
import { useLingui } from "@lingui/react/macro";
import type { FormEvent } from "react";
import type { Canvas } from "../../bindings/Canvas";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Dialog } from "../../components/overlays/Dialog";
import { useKeptForm } from "../../frame/kept";
import { useTakeSnapshot } from "./actions";
import css from "./versions.module.css";

export function KeepDialog({ canvas, number, onClose }: { canvas: Canvas; number: number; onClose: () => void }) {
  const { t } = useLingui();
  const form = useKeptForm(["canvas", canvas.id, "version"], { label: "", reason: "" });
  const take = useTakeSnapshot();
  const { label, reason } = form.values;
  const can = label.trim() !== "";
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (!can) return;
    take.mutate({ canvas: canvas.id, label, reason }, { onSuccess: form.forget });
    onClose();
  };
  return (
    <Dialog
      title={t`Keep version ${number}`}
      isOpen
      onClose={onClose}
      closeLabel={t`Close`}
      size="s"
      footer={<Button kind="primary" type="submit" form="keep-version" isDisabled={!can}>{t`Keep it`}</Button>}
    >
      <form id="keep-version" className={css.form} onSubmit={keep}>
        <p className={css.line}>{t`The notes and the numbers they show today are kept as they stand. You can compare with them later.`}</p>
        <TextField label={t`What is it called?`} value={label} onChange={(to) => form.set({ label: to })} placeholder={t`Autumn plan`} autoFocus />
        <TextField label={t`Why keep it?`} value={reason} onChange={(to) => form.set({ reason: to })} placeholder={t`Before we try the phone`} />
      </form>
    </Dialog>
  );
}
