/** When a canvas is looked at again. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Canvas } from "../../bindings/Canvas";
import { Button } from "../../components/controls/Button";
import { DateField } from "../../components/controls/DateField";
import { Dialog } from "../../components/overlays/Dialog";
import { isolated } from "../../frame/isolated";
import { useRename } from "./actions";

export function ReviewDialog({ canvas, onClose }: { canvas: Canvas; onClose: () => void }) {
  const { t } = useLingui();
  const rename = useRename();
  const [day, setDay] = useState<string | null>(canvas.reviewOn || null);
  // A year is typed digit by digit.
  const can = day === null || day >= "2000";
  const title = isolated(canvas.title);
  const save = () => rename.mutate({ id: canvas.id, reviewOn: day ?? "", task: t`Look at the canvas “${title}” again` }, { onSuccess: onClose });
  return (
    <Dialog
      title={t`Look at it again`}
      isOpen
      onClose={onClose}
      closeLabel={t`Close`}
      size="s"
      footer={<Button kind="primary" isDisabled={!can} isPending={rename.isPending} onPress={save}>{t`Save`}</Button>}
    >
      <DateField label={t`On which day?`} value={day} onChange={setDay} hint={t`A plan is a guess until it is looked at again. Every three months is a good habit.`} />
    </Dialog>
  );
}
