/** Encrypts everything anew with a fresh key. It asks, because the code on paper and the key of older backups are left behind by it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../../components/controls/Button";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";
import { useSentence } from "../../strings/sentences";
import { PassphraseField } from "./PassphraseField";
import { useSlip } from "./slips";
import css from "./vault.module.css";

export function NewKey({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const slip = useSlip();
  const form = useId();
  const [passphrase, setPassphrase] = useState("");
  const make = useWrite({ run: (typed: string) => core.vault.newKey({ passphrase: typed }), undo: false, quietFailure: true });
  const code = make.data;
  const wrong = slip(make.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase === "" || make.isPending) return;
    make.mutate(passphrase, { onSuccess: () => setPassphrase("") });
  };
  const asking = (
    <>
      <Button kind="quiet" onPress={onClose} isDisabled={make.isPending}>{t`Keep the key`}</Button>
      <Button kind="danger" type="submit" form={form} isDisabled={passphrase === ""} isPending={make.isPending}>{make.isPending ? t`Encrypting everything anew…` : t`Make a new key`}</Button>
    </>
  );
  return (
    <Dialog
      title={code === undefined ? t`Make a new key?` : t`Write this down`}
      isOpen
      // While it works nothing can be taken back; afterwards the code must have been seen.
      onClose={() => !make.isPending && onClose()}
      closeLabel={t`Close`}
      size="s"
      grave
      footer={code === undefined ? asking : <Button kind="primary" onPress={onClose}>{t`I have written it down`}</Button>}
    >
      {code === undefined ? (
        <form id={form} className={css.form} onSubmit={submit}>
          <p><Trans>Everything in this vault is encrypted anew with a fresh key: do this when somebody may have got hold of a copy and of what opens it.</Trans></p>
          <p><Trans>Your passphrase stays. Your recovery code opens nothing any more: a new one is shown once. Older backups keep the key they were made with, and what opened them then opens them still; remove those you no longer trust.</Trans></p>
          {make.error && !wrong && <Notice tone="danger">{sentence(make.error)}</Notice>}
          <PassphraseField label={t`Your passphrase`} value={passphrase} onChange={setPassphrase} error={wrong} autoFocus />
        </form>
      ) : (
        <>
          <output className={css.code} aria-label={t`Recovery code`}>{code}</output>
          <Notice tone="good">{t`The vault has a new key. Keep this code on paper, away from this computer, and destroy the old one.`}</Notice>
        </>
      )}
    </Dialog>
  );
}
