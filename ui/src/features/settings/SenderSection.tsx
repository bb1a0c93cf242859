/** Who signs the letters. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Switch } from "../../components/controls/Toggles";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { Stack } from "../../components/layout/Stack";
import { settingsQuery, useSaveSettings } from "../../frame/settings";
import type { Settings } from "../../host/commands";

export function SenderSection() {
  const { data } = useQuery(settingsQuery);
  return data ? <SenderForm settings={data} /> : null;
}

function SenderForm({ settings }: { settings: Settings }) {
  const { t } = useLingui();
  const save = useSaveSettings();
  const [typed, setTyped] = useState<Partial<Settings["sender"]>>({});
  const sender = { ...settings.sender, ...typed };
  const changed = Object.keys(typed).length > 0;
  const set = (part: Partial<Settings["sender"]>) => setTyped({ ...typed, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ sender }, { onSuccess: () => setTyped({}) });
  };
  return (
    <section>
      <SectionHead title={t`You`} />
      <Card>
        <form onSubmit={submit}>
          <Stack>
            <TextField label={t`Name under a letter`} value={sender.name} onChange={(name) => set({ name })} autoComplete="off" />
            <TextField label={t`E-mail address letters come from`} type="email" value={sender.email} onChange={(email) => set({ email })} autoComplete="off" />
            <TextField label={t`Firm`} value={sender.organisation} onChange={(organisation) => set({ organisation })} autoComplete="off" />
            <TextField label={t`What you do there`} value={sender.role} onChange={(role) => set({ role })} autoComplete="off" />
            <TextField label={t`Telephone for your readers`} type="tel" value={sender.phone} onChange={(phone) => set({ phone })} autoComplete="off" />
            <Switch isSelected={sender.solo} onChange={(solo) => set({ solo })} hint={t`Letters then say “I”, not “we”.`}>{t`I work alone`}</Switch>
            <div><Button type="submit" isDisabled={!changed} isPending={save.isPending}>{t`Save`}</Button></div>
          </Stack>
        </form>
      </Card>
    </section>
  );
}
