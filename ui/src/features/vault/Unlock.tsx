/** Opens the vault: by passphrase, by this computer's keychain, or by the recovery code. */
import { Trans, useLingui } from "@lingui/react/macro";
import { KeyRound } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Notice } from "../../components/layout/States";
import type { Code, VaultStatus } from "../../host/commands";
import { useSentence } from "../../strings/sentences";
import { useUnlock } from "./actions";
import { FolderField } from "./FolderField";
import { PassphraseField } from "./PassphraseField";
import { Porch } from "./Porch";
import { useSlip } from "./slips";
import css from "./vault.module.css";

export interface UnlockProps {
  status: VaultStatus;
  otherFolder: boolean;
  onOtherFolder: (other: boolean) => void;
  onCreate: () => void;
}

const aboutFolder: readonly Code[] = ["noVault", "readOnly", "inUse"];

export function Unlock({ status, otherFolder, onOtherFolder, onCreate }: UnlockProps) {
  const { t } = useLingui();
  const sentence = useSentence();
  const slip = useSlip();
  const unlock = useUnlock();
  const field = useRef<HTMLInputElement>(null);
  const [folder, setFolder] = useState("");
  const [by, setBy] = useState<"passphrase" | "recovery">("passphrase");
  const [secret, setSecret] = useState("");
  const path = otherFolder ? folder.trim() : null;
  const failure = unlock.error;
  const wrong = slip(failure);
  const onFolder = failure && otherFolder && aboutFolder.includes(failure.code) ? sentence(failure) : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unlock.isPending) return;
    if (secret === "") return field.current?.focus();
    unlock.mutate({ path, ...(by === "passphrase" ? { passphrase: secret } : { recoveryCode: secret }) }, { onError: () => field.current?.select() });
  };
  const switchKey = () => {
    setBy(by === "passphrase" ? "recovery" : "passphrase");
    setSecret("");
    unlock.reset();
  };
  const withKeychain = () => unlock.mutate({ path, keychain: true });
  const waitsForKeychain = unlock.isPending && unlock.variables.keychain === true;
  const name = status.name;

  return (
    <Porch
      title={otherFolder ? t`Open another vault` : name}
      text={otherFolder ? t`A vault is a folder whose name ends in .rapport.` : <span className={css.folder}>{status.path}</span>}
      foot={
        <>
          <Button kind="quiet" size="s" onPress={switchKey}>{by === "passphrase" ? t`Use the recovery code` : t`Use the passphrase`}</Button>
          <Button kind="quiet" size="s" onPress={() => onOtherFolder(!otherFolder)}>{otherFolder ? t`Back to ${name}` : t`Open another vault`}</Button>
          <Button kind="quiet" size="s" onPress={onCreate}><Trans>Make a new vault</Trans></Button>
        </>
      }
    >
      {failure && !wrong && !onFolder && <Notice tone="danger">{sentence(failure)}</Notice>}
      <form className={css.form} onSubmit={submit}>
        {otherFolder && <FolderField value={folder} onChange={setFolder} error={onFolder} />}
        {by === "passphrase" ? (
          <PassphraseField label={t`Passphrase`} value={secret} onChange={setSecret} error={wrong} autoFocus={!otherFolder} inputRef={field} />
        ) : (
          <TextField label={t`Recovery code`} value={secret} onChange={setSecret} error={wrong} autoFocus spellCheck="false" autoComplete="off" inputRef={field} hint={t`The one you wrote down when the vault was made. Capitals and hyphens do not matter.`} />
        )}
        <div className={css.deeds}>
          <Button kind="primary" type="submit" isPending={unlock.isPending && !waitsForKeychain}>
            {unlock.isPending && !waitsForKeychain ? t`Unlocking…` : t`Unlock`}
          </Button>
          {status.keychain && !otherFolder && (
            <Button icon={KeyRound} onPress={withKeychain} isPending={waitsForKeychain}>
              {waitsForKeychain ? t`Waiting for your keychain…` : t`Unlock with this computer`}
            </Button>
          )}
        </div>
      </form>
      {status.cloudFolder && !otherFolder && <CloudNotice />}
    </Porch>
  );
}

export function CloudNotice() {
  return (
    <Notice tone="warn">
      <Trans>This folder is kept in step by a cloud service. Open the vault on one computer at a time, or keep it outside: two open at once can damage it.</Trans>
    </Notice>
  );
}
