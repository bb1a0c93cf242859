/** A sheet of paper on the page. `rows` separates what it holds with lines. */
import type { ReactNode } from "react";
import { join } from "../join";
import css from "./layout.module.css";

export interface CardProps {
  children: ReactNode;
  rows?: boolean;
  className?: string | undefined;
  /** Names the sheet when it is a list of its own. */
  label?: string;
}

export function Card({ children, rows, className, label }: CardProps) {
  return (
    <div className={join(css.card, rows ? css.rows : css.padded, className)} {...(label && { role: "group", "aria-label": label })}>
      {children}
    </div>
  );
}
