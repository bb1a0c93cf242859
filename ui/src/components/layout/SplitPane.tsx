/** The frame of a room: an optional list, the main part, an optional side panel. In a narrow window they follow each other. */
import type { CSSProperties, ReactNode } from "react";
import { join } from "../join";
import css from "./SplitPane.module.css";

export interface SplitPaneProps {
  list?: ReactNode;
  listLabel?: string;
  listWidth?: number;
  children: ReactNode;
  side?: ReactNode;
  sideLabel?: string;
  /** Pixels in a wide window; narrower ones share what there is. */
  sideWidth?: number;
  /** The main part scrolls by itself (a virtual list, a canvas): no padding, no scrolling around it. */
  filled?: boolean;
}

export function SplitPane({ list, listLabel, listWidth = 270, children, side, sideLabel, sideWidth, filled }: SplitPaneProps) {
  const widths = { "--list": `${listWidth}px`, ...(sideWidth && { "--side": `${sideWidth}px` }) } as CSSProperties;
  return (
    <div className={css.split} style={widths}>
      {list && <section className={css.list} aria-label={listLabel}>{list}</section>}
      <div className={join(css.main, filled && css.filled)}>{children}</div>
      {side && <aside className={css.side} aria-label={sideLabel}>{side}</aside>}
    </div>
  );
}
