/** Letters in the making. */
import { useLingui } from "@lingui/react/macro";
import { EmptyState } from "../../components/layout/States";

export function DraftsPage() {
  const { t } = useLingui();
  return <EmptyState title={t`Drafts`} text={t`Letters you are writing will stand here. Rapport never sends one by itself.`} />;
}
