/** How large a segment was, day by day: a line from nought, with its first, highest and last number in words. */
import { useLingui } from "@lingui/react/macro";
import type { SizeDay } from "../../bindings/SizeDay";
import { startOf } from "../../frame/clock";
import { useFormat } from "../../frame/format";
import css from "./health.module.css";

const WIDTH = 600;
const HEIGHT = 96;

export function SizeCurve({ days }: { days: readonly SizeDay[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || days.length < 2) return <p className={css.none}>{t`A line needs two days. Tomorrow there is one more.`}</p>;
  const most = Math.max(1, ...days.map((day) => day.count));
  const at = startOf;
  const [from, to] = [at(first.day), at(last.day)];
  const x = (day: SizeDay) => ((at(day.day) - from) / Math.max(1, to - from)) * WIDTH;
  const y = (day: SizeDay) => HEIGHT - 4 - (day.count / most) * (HEIGHT - 10);
  const [a, b] = [format.number(first.count), format.number(last.count)];
  const [begin, end] = [format.day(first.day), format.day(last.day)];
  const summary = t`${a} people on ${begin}, ${b} on ${end}`;
  const changes = days.filter((day) => day.changed);
  return (
    <figure className={css.curve}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={summary}>
        <line x1={0} x2={WIDTH} y1={HEIGHT - 4} y2={HEIGHT - 4} className={css.ground} />
        {changes.map((day) => <line key={day.day} x1={x(day)} x2={x(day)} y1={0} y2={HEIGHT} className={css.changed} />)}
        <polyline points={days.map((day) => `${x(day).toFixed(1)},${y(day).toFixed(1)}`).join(" ")} className={css.size} />
      </svg>
      <figcaption className={css.note}>{summary}{changes.length > 0 && ` · ${t`dashed: its rule was changed, the numbers before do not compare`}`}</figcaption>
    </figure>
  );
}
