/** Shows the recovery code once and has it typed back, so that it is known to be written down. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Copy, Printer } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Notice } from "../../components/layout/States";
import { useSentence } from "../../strings/sentences";
import { useConfirmRecovery } from "./actions";
import { Porch } from "./Porch";
import { useSlip } from "./slips";
import css from "./vault.module.css";

export interface ConfirmRecoveryProps {
  /** Only right after the vault was made: nobody can show it a second time. */
  code?: string;
  onDone: () => void;
  onLater?: () => void;
}

export function ConfirmRecovery({ code, onDone, onLater }: ConfirmRecoveryProps) {
  const { t } = useLingui();
  const sentence = useSentence();
  const slip = useSlip();
  const confirm = useConfirmRecovery();
  const [typed, setTyped] = useState("");
  const [hidden, setHidden] = useState(code === undefined);
  const failure = confirm.error;
  const wrong = failure?.code === "wrongKey" ? t`That is not the code of this vault. Compare it sign by sign.` : slip(failure);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (confirm.isPending) return;
    confirm.mutate(typed.trim(), { onSuccess: onDone });
  };

  return (
    <Porch
      title={hidden ? t`Type the recovery code back` : t`Write this down`}
      text={
        hidden
          ? t`From your paper, not from memory: so that you know it can be read.`
          : t`If you forget the passphrase, this code is the only other way in. Nobody can send you a new one. Keep it on paper, away from this computer.`
      }
    >
      {!hidden && code !== undefined ? (
        <>
          <output className={css.code} aria-label={t`Recovery code`}>{code}</output>
          <div className={css.deeds}>
            <Button kind="primary" onPress={() => setHidden(true)}><Trans>I have written it down</Trans></Button>
            <Button icon={Copy} onPress={() => void navigator.clipboard.writeText(code)}><Trans>Copy</Trans></Button>
            <Button icon={Printer} onPress={() => window.print()}><Trans>Print</Trans></Button>
          </div>
        </>
      ) : (
        <form className={css.form} onSubmit={submit}>
          {failure && !wrong && <Notice tone="danger">{sentence(failure)}</Notice>}
          <TextField
            label={t`Recovery code`}
            value={typed}
            onChange={setTyped}
            autoFocus
            autoComplete="off"
            spellCheck="false"
            error={wrong}
            hint={t`Capitals and hyphens do not matter.`}
          />
          <div className={css.deeds}>
            <Button kind="primary" type="submit" isDisabled={typed.trim() === ""} isPending={confirm.isPending}><Trans>That is it</Trans></Button>
            {code !== undefined && <Button kind="quiet" onPress={() => setHidden(false)}><Trans>Show it again</Trans></Button>}
            {onLater && <Button kind="quiet" onPress={onLater}><Trans>Later</Trans></Button>}
          </div>
        </form>
      )}
    </Porch>
  );
}
