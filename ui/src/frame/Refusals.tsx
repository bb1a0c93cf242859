/** Where one is about to get in touch: which ways the person asked us to leave. Nothing when there are none. */
import { Trans, useLingui } from "@lingui/react/macro";
import { ShieldOff } from "lucide-react";
import { channels, useMeansName } from "../strings/channels";
import { useFormat } from "./format";
import { useRefused } from "./permissions";
import css from "./refusals.module.css";

export function Refusals({ person }: { person: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const meansName = useMeansName();
  const refused = useRefused(person);
  if (refused.length === 0) return null;
  const all = refused.length === channels.length;
  const names = format.list(refused.map((channel) => meansName(channel)));
  return (
    <p className={css.line} role="note" aria-label={t`What they asked us to leave`}>
      <ShieldOff size={14} strokeWidth={1.75} aria-hidden />
      <span>{all ? <Trans>Asked us not to get in touch at all.</Trans> : <Trans>Asked us not to use: {names}</Trans>}</span>
    </p>
  );
}
