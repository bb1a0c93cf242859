/** Things one below the other, or side by side as long as they fit. */
import type { ReactNode } from "react";
import { join } from "../join";
import css from "./Stack.module.css";

export function Stack({ children, gap = 16, row, className }: { children: ReactNode; gap?: 4 | 8 | 12 | 16 | 24; row?: boolean; className?: string | undefined }) {
  return <div className={join(css.stack, row && css.row, className)} style={{ gap }}>{children}</div>;
}
