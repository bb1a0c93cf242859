/** How the steps feel: what we think (solid, with shape and word), what we wish (dashed), and what the log says (band and bar, with n). */
import { useLingui } from "@lingui/react/macro";
import type { JourneyStep } from "../../bindings/JourneyStep";
import { Felt, feltColour } from "../../components/marks/Felt";
import { feelingOf, feelings, useFeelingWords } from "../../strings/feelings";
import { type Point, curvePath } from "./curve";
import css from "./journeys.module.css";
import type { Column } from "./walk";
import { useFeltLine, useSeenWords } from "./words";

const top = 40;
const unit = 34;
const height = top + 4 * unit + 28;
const y = (value: number) => top + (2 - value) * unit;

export function CurveRow({ columns }: { columns: readonly Column[] }) {
  const { t } = useLingui();
  const word = useFeelingWords().word;
  const line = (value: (step: JourneyStep) => number | null | undefined): string =>
    curvePath(columns.flatMap((column, i): Point[] => {
      const at = column.kind === "step" ? value(column.step) : null;
      return at === null || at === undefined ? [] : [{ x: i * 100 + 50, y: y(at) }];
    }));
  const seen = columns.some((column) => column.kind === "step" && (column.step.observed?.n ?? 0) > 0);
  return (
    <>
      <div className={css.scale} style={{ height }}>
        {feelings.map((value) => <span key={value} className={css.tick} style={{ top: y(value) }}><Felt value={value} word={word(value)} withWord /></span>)}
      </div>
      <div className={css.curve} style={{ height }} data-curve>
        <svg className={css.lines} viewBox={`0 0 ${columns.length * 100} ${height}`} preserveAspectRatio="none" aria-hidden>
          {feelings.map((value) => <line key={value} x1="0" x2={columns.length * 100} y1={y(value)} y2={y(value)} className={value === 0 ? css.neutral : css.gridLine} />)}
          {seen && <path d={line((step) => step.observed?.median)} className={css.seenLine} data-line="observed" />}
          <path d={line((step) => step.wished?.value)} className={css.wishedLine} data-line="wished" />
          <path d={line((step) => step.expected?.value)} className={css.expectedLine} data-line="expected" />
        </svg>
        {columns.map((column, i) => (
          <div key={column.kind === "step" ? column.step.id : i} className={css.marks}>
            {column.kind === "step" && <StepMarks step={column.step} />}
          </div>
        ))}
      </div>
      <p className={css.legend} aria-hidden>
        <span><i className={css.keyExpected} />{t`what we think`}</span>
        <span><i className={css.keyWished} />{t`what we wish`}</span>
        <span><i className={css.keySeen} />{t`what the log says: middle half, median, n`}</span>
      </p>
    </>
  );
}

function StepMarks({ step }: { step: JourneyStep }) {
  const { t } = useLingui();
  const { whole } = useSeenWords();
  const felt = useFeltLine();
  const { expected, wished, observed } = step;
  const known = observed !== null && observed.median !== null && observed.low !== null && observed.high !== null;
  const n = observed?.n ?? 0;
  return (
    <>
      {known && (
        <span className={css.band} style={{ top: y(observed.high ?? 0) - 5, height: y(observed.low ?? 0) - y(observed.high ?? 0) + 10 }} title={whole(observed)}>
          <span className={css.median} style={{ top: 4 + y(observed.median ?? 0) - y(observed.high ?? 0) }} data-observed />
        </span>
      )}
      {known && <span className={css.n} style={{ top: y(observed.median ?? 0) }}>{t`n ${n}`}</span>}
      {wished && wished.value !== expected?.value && (
        <>
          <span className={css.wished} style={{ top: y(wished.value) }} />
          <bdi className={css.wishedWord} style={{ top: y(wished.value) }}>{wished.word}</bdi>
        </>
      )}
      {expected && (
        <>
          <span className={known ? css.point : css.hollow} style={{ top: y(expected.value), color: feltColour[feelingOf(expected.value)] }} title={felt(step)} />
          <span className={css.word} style={{ top: y(expected.value) + (wished && wished.value > expected.value ? 17 : -17) }}>
            <Felt value={feelingOf(expected.value)} word={expected.word} withWord />
          </span>
        </>
      )}
      {expected && !known && <span className={css.n} style={{ top: y(expected.value) }}>{t`guess`}</span>}
    </>
  );
}
