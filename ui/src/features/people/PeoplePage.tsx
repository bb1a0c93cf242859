/** Everyone, as a list. */
import { useLingui } from "@lingui/react/macro";
import { EmptyState } from "../../components/layout/States";

export function PeoplePage() {
  const { t } = useLingui();
  return <EmptyState title={t`People`} text={t`Everyone you know will stand here.`} />;
}
