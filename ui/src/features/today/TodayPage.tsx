/** The page that says who, why now, what next. */
import { useLingui } from "@lingui/react/macro";
import { EmptyState } from "../../components/layout/States";

export function TodayPage() {
  const { t } = useLingui();
  return <EmptyState title={t`Today`} text={t`Whoever was promised something, went quiet or has a day to remember will stand here.`} />;
}
