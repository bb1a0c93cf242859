/** A short fact with a tone: a segment, a stage, a consent, a lateness. Always words, sometimes with an icon. */
import { X, type LucideIcon } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { join } from "../join";
import css from "./marks.module.css";

export type Tone = "plain" | "accent" | "good" | "warn" | "danger";
export type Hue = 1 | 2 | 3 | 4 | 5 | 6;

export interface ChipProps {
  tone?: Tone;
  /** One of the six segment colours; wins over the tone. */
  hue?: Hue | undefined;
  icon?: LucideIcon;
  children: ReactNode;
  /** Makes it removable; `removeLabel` names the cross. */
  onRemove?: () => void;
  removeLabel?: string;
}

export function Chip({ tone = "plain", hue, icon: Icon, children, onRemove, removeLabel }: ChipProps) {
  return (
    <span
      className={join(css.chip, hue ? css.hue : css[tone])}
      {...(hue && { style: { "--hue": `var(--hue-${hue})` } as CSSProperties })}
    >
      {Icon && <Icon size={12} strokeWidth={2} aria-hidden />}
      <span>{children}</span>
      {onRemove && (
        <Button className={css.remove} aria-label={removeLabel ?? ""} onPress={onRemove}><X size={11} strokeWidth={2.5} aria-hidden /></Button>
      )}
    </span>
  );
}

/** A count that wants to be seen. */
export function Badge({ count, label }: { count: number; /** What is counted, in words. */ label: string }) {
  return <span className={css.badge} role="img" aria-label={label}>{count}</span>;
}
