/** Backups: made daily, made now, proved to be readable; and the health of the vault itself. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { HeartPulse, Save } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { Switch } from "../../components/controls/Toggles";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { ListRow } from "../../components/layout/ListRow";
import { Stack } from "../../components/layout/Stack";
import { Notice } from "../../components/layout/States";
import { toasts } from "../../components/overlays/toasts";
import { useFormat } from "../../frame/format";
import { settingsQuery, useSaveSettings } from "../../frame/settings";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";
import { useSentence } from "../../strings/sentences";
import { backups } from "./queries";
import css from "./vault.module.css";

const SHOWN = 5;

export function BackupSection() {
  const { t } = useLingui();
  const format = useFormat();
  const { data: list } = useQuery(backups);
  const { data: settings } = useQuery(settingsQuery);
  const save = useSaveSettings();
  const backUp = useWrite({ run: () => core.vault.backUp(), done: () => t`Backed up, and read back to be sure`, undo: false });
  const sentence = useSentence();
  const drill = useWrite({ run: core.vault.drill, done: () => t`That backup can be restored`, undo: false, quietFailure: true });
  const tryRestoring = (name: string) =>
    drill.mutate(name, {
      onError: (failure) =>
        failure.code === "wrongKey"
          ? toasts.say(t`That backup was made before the vault got its new key. It opens with the passphrase and the recovery code of its time.`)
          : toasts.say(sentence(failure), { tone: "danger" }),
    });
  const check = useWrite({ run: () => core.vault.check(), undo: false });
  if (!list || !settings) return null;
  return (
    <section>
      <SectionHead title={t`Backups`} count={format.number(list.length)} />
      <Card>
        <Stack>
          <Switch isSelected={settings.dailyBackup} onChange={(dailyBackup) => save.mutate({ dailyBackup })} hint={t`On the first use of each day. Old ones are thinned out by themselves.`}>
            {t`Back up every day`}
          </Switch>
          <Stack row gap={8}>
            <Button icon={Save} onPress={() => backUp.mutate(undefined)} isPending={backUp.isPending}>{backUp.isPending ? t`Backing up…` : t`Back up now`}</Button>
            <Button icon={HeartPulse} onPress={() => check.mutate(undefined)} isPending={check.isPending}>{check.isPending ? t`Checking every record…` : t`Check the vault`}</Button>
          </Stack>
          {check.data && (check.data.ok ? <Notice tone="good">{t`Nothing is wrong with this vault.`}</Notice> : <Notice tone="danger">{t`Something in this vault is damaged. Keep a copy of its folder, then restore the latest backup.`}</Notice>)}
          {list.length === 0 && <p className={css.text}>{t`Backups will stand here. They lie in the vault’s own folder, encrypted with its key.`}</p>}
        </Stack>
        {list.length > 0 && (
          <ul className={css.backups} aria-label={t`Backups`}>
            {list.slice(0, SHOWN).map((backup) => (
              <li key={backup.name}>
                <ListRow
                  tight
                  title={`${format.fullDay(backup.at)}, ${format.time(backup.at)}`}
                  text={format.bytes(backup.bytes)}
                  end={<Button kind="quiet" size="s" onPress={() => tryRestoring(backup.name)} isPending={drill.isPending && drill.variables === backup.name}>{t`Try restoring it`}</Button>}
                />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </section>
  );
}
