/** One person. */
import { useLingui } from "@lingui/react/macro";
import { EmptyState } from "../../components/layout/States";

export function PersonPage() {
  const { t } = useLingui();
  return <EmptyState title={t`A person`} text={t`What you know, what was said, how it felt.`} />;
}
