/** What stands where there is nothing yet, something is under way, or something is to be known. */
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { join } from "../join";
import { Button } from "../controls/Button";
import css from "./layout.module.css";

/** Says what will be here, and holds the button that fills it. */
export function EmptyState({ title, text, children }: { title: string; text: ReactNode; children?: ReactNode }) {
  return (
    <div className={css.empty}>
      <h2 className={css.emptyTitle}>{title}</h2>
      <p className={css.emptyText}>{text}</p>
      {children && <div className={css.deeds}>{children}</div>}
    </div>
  );
}

export interface ProgressProps {
  /** What is being done: "Reading contacts.vcf". */
  label: string;
  done: number;
  /** 0 while it is not known. */
  total: number;
  /** "1,204 of 100,000". */
  text: string;
  onStop?: () => void;
  stopLabel?: string;
}

export function Progress({ label, done, total, text, onStop, stopLabel }: ProgressProps) {
  const known = total > 0;
  return (
    <div className={css.progress}>
      <div
        className={css.bar}
        role="progressbar"
        aria-label={label}
        aria-valuetext={text}
        {...(known && { "aria-valuemin": 0, "aria-valuemax": total, "aria-valuenow": done })}
      >
        <div className={css.fill} style={{ width: known ? `${Math.min(100, (done / total) * 100)}%` : "15%" }} />
      </div>
      <span className={css.progressText}>{text}</span>
      {onStop && <Button size="s" onPress={onStop}>{stopLabel}</Button>}
    </div>
  );
}

const icons = { plain: Info, warn: TriangleAlert, danger: CircleAlert, good: CircleCheck };
const tones = { plain: css.noticePlain, warn: css.noticeWarn, danger: css.noticeDanger, good: css.noticeGood };

/** Something to know before going on. `danger` is read out at once. */
export function Notice({ tone = "plain", children, end }: { tone?: "plain" | "warn" | "danger" | "good"; children: ReactNode; end?: ReactNode }) {
  const Icon = icons[tone];
  return (
    <div className={join(css.notice, tones[tone])} {...(tone === "danger" ? { role: "alert" } : tone === "plain" ? {} : { role: "status" })}>
      <Icon size={16} strokeWidth={1.9} aria-hidden />
      <div className={css.noticeWords}>{children}</div>
      {end}
    </div>
  );
}
