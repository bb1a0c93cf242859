/** How this window looks and listens on this computer. */
import { useLingui } from "@lingui/react/macro";
import { Keyboard } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { Radios, Switch } from "../../components/controls/Toggles";
import { Card } from "../../components/layout/Card";
import { PageHead, SectionHead } from "../../components/layout/Heads";
import { SplitPane } from "../../components/layout/SplitPane";
import { doAction } from "../../frame/actions";
import { choices, useChoices } from "../../frame/choices";
import { keyedActions } from "../../frame/keys";
import css from "./settings.module.css";

export function SettingsPage() {
  const { t } = useLingui();
  const { theme, letterKeys } = useChoices();
  return (
    <SplitPane>
      <PageHead title={t`Settings`} />
      <div className={css.sections}>
        <section>
          <SectionHead title={t`Appearance`} />
          <Card>
            <Radios
              label={t`Light or dark`}
              bar
              value={theme}
              onChange={(chosen) => choices.set({ theme: chosen })}
              options={[
                { id: "system", label: t`As the system` },
                { id: "light", label: t`Light` },
                { id: "dark", label: t`Dark` },
              ]}
            />
          </Card>
        </section>
        <section>
          <SectionHead title={t`Keyboard`} />
          <Card className={css.stack}>
            <Switch isSelected={letterKeys} onChange={(on) => choices.set({ letterKeys: on })} hint={t`Off: only keys with ⌘ or Ctrl work outside fields.`}>
              {t`Single letters are shortcuts`}
            </Switch>
            <div><Button icon={Keyboard} keys={keyedActions["keys.show"].keys} onPress={() => doAction("keys.show")}>{t`All keys`}</Button></div>
          </Card>
        </section>
      </div>
    </SplitPane>
  );
}
