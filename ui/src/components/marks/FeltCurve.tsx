/** How it felt, over time: a line of touchpoints, and the silence since. With its n, and all of it in words for those who cannot see it. */
import { type Feeling, feltColour } from "./Felt";
import css from "./FeltCurve.module.css";

export interface FeltPoint {
  /** When, in milliseconds since 1970. */
  at: number;
  felt: Feeling;
  /** The point in words: "21 Sep, renewal call: let down". */
  label: string;
}

export interface FeltCurveProps {
  title: string;
  points: readonly FeltPoint[];
  /** Now, in milliseconds since 1970: the line of silence ends here. */
  until: number;
  /** "Jan – Nov 2026 · 12 touchpoints". */
  range: string;
  /** "9 weeks silent"; absent while the rhythm holds. */
  silence?: string | undefined;
  /** The whole curve in one sentence. */
  summary: string;
  /** Says what will be here, while there are fewer than two points. */
  empty: string;
}

const top = 16;
const step = 17;
const height = top + 4 * step + 16;
const y = (felt: Feeling) => top + (2 - felt) * step;

export function FeltCurve({ title, points, until, range, silence, summary, empty }: FeltCurveProps) {
  const first = points[0];
  const last = points[points.length - 1];
  const start = first?.at ?? 0;
  const span = Math.max(until - start, 1);
  const x = (at: number) => `${(2 + ((at - start) / span) * 96).toFixed(2)}%`;
  return (
    <figure className={css.curve}>
      <figcaption className={css.head}>
        <span className={css.title}>{title}</span>
        <span className={css.range}>{range}</span>
      </figcaption>
      {first && last && first !== last ? (
        <div className={css.plot}>
          <svg width="100%" height={height} role="img" aria-label={summary}>
            <line x1="0" x2="100%" y1={y(0)} y2={y(0)} className={css.zero} />
            {points.slice(1).map((point, i) => {
              const from = points[i];
              return from && <line key={point.at + ":" + i} x1={x(from.at)} y1={y(from.felt)} x2={x(point.at)} y2={y(point.felt)} className={css.line} />;
            })}
            {silence && <line x1={x(last.at)} x2="98%" y1={y(last.felt)} y2={y(last.felt)} className={css.silent} />}
            {points.map((point, i) => (
              <circle key={point.at + ":" + i} cx={x(point.at)} cy={y(point.felt)} r={5} fill={feltColour[point.felt]} className={css.point}>
                <title>{point.label}</title>
              </circle>
            ))}
          </svg>
          {silence && <span className={css.words}>{silence}</span>}
          <ol className="unseen">{points.map((point, i) => <li key={point.at + ":" + i}>{point.label}</li>)}</ol>
        </div>
      ) : (
        <p className={css.empty}>{empty}</p>
      )}
    </figure>
  );
}
