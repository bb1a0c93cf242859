/** A person's rhythm at a glance: a bar for each touchpoint, then dots for the silence up to today. */
import css from "./marks.module.css";

export interface RhythmMarkProps {
  /** The last touchpoints, oldest first, in milliseconds since 1970. */
  touches: readonly number[];
  /** Today. */
  until: number;
  /** The rhythm in words: "usually every 3 weeks, silent for 9". */
  label: string;
  tone?: "warn" | "plain";
  width?: number;
}

export function RhythmMark({ touches, until, label, tone = "warn", width = 124 }: RhythmMarkProps) {
  const shown = touches.slice(-7);
  const start = shown[0] ?? until;
  const span = Math.max(until - start, 1);
  const at = (time: number) => 2 + ((time - start) / span) * (width - 7);
  const last = at(shown[shown.length - 1] ?? until);
  const colour = tone === "warn" ? "var(--warn)" : "var(--ink-3)";
  return (
    <svg className={css.rhythm} width={width} height={12} role="img" aria-label={label}>
      <title>{label}</title>
      {shown.map((time, i) => <rect key={i} x={at(time) - 1} y={0.5} width={2} height={11} fill="var(--ink-3)" />)}
      <line x1={last + 4} x2={width - 8} y1={6} y2={6} stroke={colour} strokeWidth={1.75} strokeDasharray="1.75 2.5" />
      <circle cx={width - 3} cy={6} r={3} fill={colour} />
    </svg>
  );
}
