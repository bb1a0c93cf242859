/** Another passphrase for the same vault: the old one proves who asks. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../../components/controls/Button";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";
import { useSentence } from "../../strings/sentences";
import { LEAST } from "./CreateVault";
import { PassphraseField } from "./PassphraseField";
import { useSlip } from "./slips";
import { Strength } from "./Strength";
import css from "./vault.module.css";

export function ChangePassphrase({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const slip = useSlip();
  const form = useId();
  const [old, setOld] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const change = useWrite({ run: core.vault.changePassphrase, done: () => t`The passphrase is changed`, undo: false, quietFailure: true });
  const short = [...next].length < LEAST;
  const wrong = slip(change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short || next !== again || change.isPending) return;
    change.mutate({ old, new: next }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={t`Change the passphrase`}
      isOpen
      onClose={onClose}
      closeLabel={t`Close`}
      size="s"
      footer={
        <>
          <Button kind="quiet" onPress={onClose}>{t`Cancel`}</Button>
          <Button kind="primary" type="submit" form={form} isPending={change.isPending}>{t`Change it`}</Button>
        </>
      }
    >
      {change.error && !wrong && <Notice tone="danger">{sentence(change.error)}</Notice>}
      <form id={form} className={css.form} onSubmit={submit}>
        <PassphraseField label={t`The passphrase now`} value={old} onChange={setOld} error={wrong} autoFocus />
        <PassphraseField label={t`The new passphrase`} value={next} onChange={setNext} isNew hint={<Strength phrase={next} />} error={tried && short ? t`At least ${LEAST} signs.` : null} />
        <PassphraseField label={t`The new passphrase again`} value={again} onChange={setAgain} isNew error={tried && next !== again ? t`The two are not the same.` : null} />
      </form>
    </Dialog>
  );
}
