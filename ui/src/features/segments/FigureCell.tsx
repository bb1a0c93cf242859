/** A figure with its n beside it; greyed, and said so, when there are too few to say anything. */
import { useLingui } from "@lingui/react/macro";
import { join } from "../../components/join";
import css from "./health.module.css";
import type { Figure } from "./usePulse";

export function FigureCell({ figure }: { figure: Figure }) {
  const { t } = useLingui();
  const { text, n, few } = figure;
  if (n === 0) return <span className={css.none}>{t`nothing yet`}</span>;
  return (
    <span className={join(css.figure, few && css.few)} {...(few && { title: t`Too few to say anything` })}>
      {text} <span className={css.n}>{`n ${n}`}</span>
    </span>
  );
}
