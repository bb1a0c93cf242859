/** Whose layout a sheet has, as its owners ask: legible below every sheet, and where it is shown to others. */
import { Trans } from "@lingui/react/macro";
import css from "./canvas.module.css";

export function Licence({ kind }: { kind: string }) {
  if (kind === "businessModel") return <p className={css.licence}><Trans>Layout adapted from the Business Model Canvas, Strategyzer.com, CC BY-SA 3.0</Trans></p>;
  if (kind === "lean") return <p className={css.licence}><Trans>Layout adapted from the Lean Canvas, Ash Maurya, leanstack.com, and the Business Model Canvas, Strategyzer.com, CC BY-SA 3.0</Trans></p>;
  if (kind === "channelsSheet") return <p className={css.licence}><Trans>The five phases are those of the Business Model Canvas, Strategyzer.com, CC BY-SA 3.0</Trans></p>;
  return null;
}
