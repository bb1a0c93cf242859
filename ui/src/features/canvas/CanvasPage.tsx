/** The canvas: how you serve whom. */
import { useLingui } from "@lingui/react/macro";
import { EmptyState } from "../../components/layout/States";

export function CanvasPage() {
  const { t } = useLingui();
  return <EmptyState title={t`Canvas`} text={t`Whom you serve, through which channels, with which kind of relationship.`} />;
}
