/** How a touchpoint felt, −2 … +2: a shape and a colour, with its word beside it or read out. Never colour alone. */
import { join } from "../join";
import css from "./marks.module.css";

export type Feeling = -2 | -1 | 0 | 1 | 2;

export const feltColour: Record<Feeling, string> = {
  [-2]: "var(--felt-2n)", [-1]: "var(--felt-1n)", 0: "var(--felt-0)", 1: "var(--felt-1p)", 2: "var(--felt-2p)",
};

const up = (x: number) => `M${x} 8.5 L${x + 4} 1.5 L${x + 8} 8.5 Z`;
const down = (x: number) => `M${x} 1.5 L${x + 4} 8.5 L${x + 8} 1.5 Z`;
const shapes: Record<Feeling, string> = {
  [-2]: down(0) + down(8), [-1]: down(0), 0: "M0 3.6 H8 V6.4 H0 Z", 1: up(0), 2: up(0) + up(8),
};

export interface FeltProps {
  value: Feeling;
  /** What it is called: "let down", "fine", "delighted". */
  word: string;
  /** Shows the word too; otherwise it is read out and shown on hover. */
  withWord?: boolean;
  className?: string | undefined;
}

export function Felt({ value, word, withWord, className }: FeltProps) {
  const wide = Math.abs(value) === 2;
  return (
    <span className={join(css.felt, className)} {...(!withWord && { role: "img", "aria-label": word, title: word })}>
      <svg width={wide ? 16 : 8} height={10} viewBox={`0 0 ${wide ? 16 : 8} 10`} aria-hidden>
        <path d={shapes[value]} fill={feltColour[value]} />
      </svg>
      {withWord && word}
    </span>
  );
}
