/** Makes a vault: a passphrase typed twice, and where it will lie. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "../../components/controls/Button";
import { Notice } from "../../components/layout/States";
import type { VaultStatus } from "../../host/commands";
import { useSentence } from "../../strings/sentences";
import type { useCreateVault } from "./actions";
import { FolderField } from "./FolderField";
import { PassphraseField } from "./PassphraseField";
import { Porch } from "./Porch";
import { Strength } from "./Strength";
import { CloudNotice } from "./Unlock";
import css from "./vault.module.css";

export interface CreateVaultProps {
  status: VaultStatus;
  create: ReturnType<typeof useCreateVault>;
  onOpenOther: () => void;
}

/** What this screen asks for; the core takes any passphrase that is not empty. */
export const LEAST = 8;

export function CreateVault({ status, create, onOpenOther }: CreateVaultProps) {
  const { t } = useLingui();
  const sentence = useSentence();
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const [phrase, setPhrase] = useState("");
  const [again, setAgain] = useState("");
  const [folder, setFolder] = useState<string | null>(status.state === "none" ? null : "");
  const [tried, setTried] = useState(false);
  const short = [...phrase].length < LEAST;
  const differs = again !== phrase;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (create.isPending) return;
    setTried(true);
    if (short) return first.current?.focus();
    if (differs) return second.current?.focus();
    create.mutate({ path: folder?.trim() || null, passphrase: phrase });
  };

  return (
    <Porch
      title={t`Your book of customers`}
      text={t`Rapport keeps everything in one encrypted folder on this computer. Nothing leaves it unless you send it.`}
      foot={<Button kind="quiet" size="s" onPress={onOpenOther}><Trans>Open a vault I have already</Trans></Button>}
    >
      {create.error && <Notice tone="danger">{sentence(create.error)}</Notice>}
      <form className={css.form} onSubmit={submit}>
        <PassphraseField
          label={t`Passphrase`}
          value={phrase}
          onChange={setPhrase}
          isNew
          autoFocus
          inputRef={first}
          hint={<Strength phrase={phrase} />}
          error={tried && short ? t`At least ${LEAST} signs.` : null}
        />
        <PassphraseField
          label={t`The passphrase again`}
          value={again}
          onChange={setAgain}
          isNew
          inputRef={second}
          error={differs && again !== "" && (tried || !phrase.startsWith(again)) ? t`The two are not the same.` : null}
        />
        {folder === null ? (
          <div className={css.deeds}>
            <span className={css.folder} style={{ flex: 1 }}>{status.path}</span>
            <Button kind="quiet" size="s" onPress={() => setFolder(status.path)}><Trans>Another folder</Trans></Button>
          </div>
        ) : (
          <FolderField value={folder} onChange={setFolder} />
        )}
        {status.cloudFolder && <CloudNotice />}
        <div className={css.deeds}>
          <Button kind="primary" type="submit" isPending={create.isPending}>{create.isPending ? t`Making the vault…` : t`Make the vault`}</Button>
        </div>
      </form>
    </Porch>
  );
}
