/** A map from a file that a colleague sent: to be filled in here, and written back. */
import { useLingui } from "@lingui/react/macro";
import { FileInput } from "lucide-react";
import { useState } from "react";
import type { WorkshopFile } from "../../../bindings/WorkshopFile";
import { Button } from "../../../components/controls/Button";
import { TextArea } from "../../../components/controls/TextArea";
import { Notice } from "../../../components/layout/States";
import { Dialog } from "../../../components/overlays/Dialog";
import { useTakeCopy } from "../actions";
import { useRefusal, usePickCopy } from "./files";
import css from "./join.module.css";
import { shell } from "../../../host/shell";

export function TakeCopy({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const pick = usePickCopy();
  const refusal = useRefusal();
  const take = useTakeCopy();
  const from = (file: WorkshopFile | null) => {
    if (file) take.mutate(file, { onSuccess: ({ id }) => onMade(id) });
  };
  return (
    <Dialog title={t`A map from a file`} isOpen onClose={onClose} closeLabel={t`Close`} footer={<Button kind="primary" isDisabled={text.trim() === ""} isPending={take.isPending} onPress={() => from({ text })}>{t`Begin the map`}</Button>}>
      <div className={css.form}>
        <p className={css.quiet}>{t`Somebody wrote you a copy of their journey map. Say how each step feels to you, then write a copy back from the view “In a workshop”.`}</p>
        {shell.canPick() && <div><Button icon={FileInput} onPress={() => void pick().then(from)}>{t`Choose a file…`}</Button></div>}
        <TextArea label={t`Or paste what stands in it`} value={text} onChange={setText} rows={5} />
        {take.error && <Notice tone="warn">{refusal(take.error).why}</Notice>}
      </div>
    </Dialog>
  );
}
