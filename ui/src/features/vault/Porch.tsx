/** The page before the rooms: one sheet in the middle of the paper. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import css from "./vault.module.css";

export function Porch({ title, text, children, foot }: { title: string; text?: ReactNode; children: ReactNode; foot?: ReactNode }) {
  return (
    <main className={css.porch}>
      <div className={css.brand}><Trans>Rapport</Trans></div>
      <div className={css.sheet}>
        <h1 className={css.title}>{title}</h1>
        {text && <p className={css.text}>{text}</p>}
        {children}
      </div>
      {foot && <div className={css.foot}>{foot}</div>}
    </main>
  );
}
