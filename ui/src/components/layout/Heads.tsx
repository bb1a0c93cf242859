/** The head of a page and the head of a section in it. */
import type { ReactNode } from "react";
import css from "./layout.module.css";

export interface PageHeadProps {
  mark?: ReactNode;
  title: ReactNode;
  /** Beside the title: a version chip. */
  beside?: ReactNode;
  /** The line below: who, why now. */
  line?: ReactNode;
  /** The view's buttons; one of them primary. */
  deeds?: ReactNode;
}

export function PageHead({ mark, title, beside, line, deeds }: PageHeadProps) {
  return (
    <header className={css.pageHead}>
      {mark}
      <div className={css.headWords}>
        <div style={{ display: "flex", alignItems: "center", flexWrap: "wrap", gap: 12 }}>
          <h1 className={css.headTitle}>{title}</h1>
          {beside}
        </div>
        {line && <div className={css.headLine}>{line}</div>}
      </div>
      {deeds && <div className={css.deeds}>{deeds}</div>}
    </header>
  );
}

export interface SectionHeadProps {
  title: ReactNode;
  count?: ReactNode;
  /** At the far end: how it is sorted, what it was. */
  note?: ReactNode;
  level?: 2 | 3;
  id?: string;
}

export function SectionHead({ title, count, note, level = 2, id }: SectionHeadProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={css.sectionHead}>
      <Heading className={css.sectionTitle} {...(id && { id })}>{title}</Heading>
      {count !== undefined && <span className={css.count}>{count}</span>}
      {note && <span className={css.note}>{note}</span>}
    </div>
  );
}
