/** Groups of people, each made by a rule. */
import { useLingui } from "@lingui/react/macro";
import { EmptyState } from "../../components/layout/States";

export function SegmentsPage() {
  const { t } = useLingui();
  return <EmptyState title={t`Segments`} text={t`Groups of people who are served alike will stand here, with the rule that makes each.`} />;
}
