/** How the window looks, sorts and listens. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Keyboard } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { Radios, Switch } from "../../components/controls/Toggles";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { Stack } from "../../components/layout/Stack";
import { doAction } from "../../frame/actions";
import { useChoices } from "../../frame/choices";
import { keyedActions } from "../../frame/keys";
import { settingsQuery, useSaveSettings } from "../../frame/settings";
import { languages } from "./languages";

export function WindowSection() {
  const { t, i18n } = useLingui();
  const { data: settings } = useQuery(settingsQuery);
  const { theme, letterKeys } = useChoices();
  const save = useSaveSettings();
  return (
    <section>
      <SectionHead title={t`Appearance and keyboard`} />
      <Card>
        <Stack>
          <Radios
            label={t`Light or dark`}
            bar
            value={theme}
            onChange={(appearance) => save.mutate({ appearance })}
            options={[
              { id: "system", label: t`As the system` },
              { id: "light", label: t`Light` },
              { id: "dark", label: t`Dark` },
            ]}
          />
          {settings && (
            <Select
              label={t`Names are sorted as in`}
              options={languages(i18n.locale, settings.sortLanguage)}
              value={settings.sortLanguage}
              onChange={(sortLanguage) => save.mutate({ sortLanguage })}
            />
          )}
          <Switch isSelected={letterKeys} onChange={(on) => save.mutate({ letterKeys: on })} hint={t`Off: only keys with ⌘ or Ctrl work outside fields.`}>
            {t`Single letters are shortcuts`}
          </Switch>
          <div>
            <Button icon={Keyboard} keys={keyedActions["keys.show"].keys} onPress={() => doAction("keys.show")}>{t`All keys`}</Button>
          </div>
        </Stack>
      </Card>
    </section>
  );
}
