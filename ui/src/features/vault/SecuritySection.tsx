/** What opens the vault, and when it closes by itself. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { Switch } from "../../components/controls/Toggles";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { Stack } from "../../components/layout/Stack";
import { settingsQuery, useSaveSettings } from "../../frame/settings";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";
import { ChangePassphrase } from "./ChangePassphrase";
import { NewKey } from "./NewKey";
import { NewRecoveryCode } from "./NewRecoveryCode";
import { vaultStatus } from "./queries";
import css from "./vault.module.css";

const minutes = [5, 10, 15, 30, 60, 0];

export function SecuritySection() {
  const { t } = useLingui();
  const { data: status } = useQuery(vaultStatus);
  const { data: settings } = useQuery(settingsQuery);
  const [open, setOpen] = useState<"passphrase" | "code" | "key" | null>(null);
  const save = useSaveSettings();
  const keychain = useWrite({ run: (on: boolean) => (on ? core.vault.addKeychain() : core.vault.removeKeychain()), undo: false });
  if (!status || !settings) return null;
  const kept = minutes.includes(settings.idleMinutes) ? minutes : [...minutes, settings.idleMinutes];
  const options = kept.map((count) => ({ id: String(count), label: count === 0 ? t`Never` : t`After ${count} minutes` }));
  return (
    <section>
      <SectionHead title={t`Security`} />
      <Card>
        <Stack>
          <p className={css.folder}>{status.path}</p>
          <Select label={t`Lock when nobody uses it`} options={options} value={String(settings.idleMinutes)} onChange={(count) => save.mutate({ idleMinutes: Number(count) })} />
          <Switch isSelected={status.keychain} onChange={(on) => keychain.mutate(on)} isDisabled={keychain.isPending} hint={t`This computer’s keychain then keeps a key too. The passphrase still works.`}>
            {t`Unlock with this computer`}
          </Switch>
          <Stack row gap={8}>
            <Button onPress={() => setOpen("passphrase")}>{t`Change the passphrase`}</Button>
            <Button onPress={() => setOpen("code")}>{t`Make a new recovery code`}</Button>
            <Button onPress={() => setOpen("key")}>{t`Make a new key`}</Button>
          </Stack>
        </Stack>
      </Card>
      {open === "passphrase" && <ChangePassphrase onClose={() => setOpen(null)} />}
      {open === "code" && <NewRecoveryCode onClose={() => setOpen(null)} />}
      {open === "key" && <NewKey onClose={() => setOpen(null)} />}
    </section>
  );
}
