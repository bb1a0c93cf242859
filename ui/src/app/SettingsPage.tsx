/** Settings: the sections that rooms bring, one below the other. */
import { useLingui } from "@lingui/react/macro";
import { PageHead } from "../components/layout/Heads";
import { SplitPane } from "../components/layout/SplitPane";
import { QuietSection } from "../features/drafts/QuietSection";
import { FieldsSection } from "../features/people/FieldsSection";
import { RatesSection } from "../features/purchases/RatesSection";
import { SenderSection } from "../features/settings/SenderSection";
import { WindowSection } from "../features/settings/WindowSection";
import { RulesSection } from "../features/today/RulesSection";
import { BackupSection } from "../features/vault/BackupSection";
import { SecuritySection } from "../features/vault/SecuritySection";
import css from "./SettingsPage.module.css";

export function SettingsPage() {
  const { t } = useLingui();
  return (
    <SplitPane>
      <PageHead title={t`Settings`} line={t`For this vault, on this computer.`} />
      <div className={css.sections}>
        <SenderSection />
        <SecuritySection />
        <WindowSection />
        <BackupSection />
        <RulesSection />
        <QuietSection />
        <FieldsSection />
        <RatesSection />
      </div>
    </SplitPane>
  );
}
