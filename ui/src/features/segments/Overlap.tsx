/** Whom segments share: of the people of a row, how many are also in the column. */
import { useLingui } from "@lingui/react/macro";
import type { SegmentHealth } from "../../bindings/SegmentHealth";
import { SectionHead } from "../../components/layout/Heads";
import { useFormat } from "../../frame/format";
import css from "./health.module.css";
import { HueDot } from "./SegmentList";

export function Overlap({ health }: { health: SegmentHealth }) {
  const { t } = useLingui();
  const format = useFormat();
  const { segments, pairs } = health;
  const both = (a: string, b: string) => pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a))?.both ?? 0;
  return (
    <section>
      <SectionHead title={t`Whom they share`} note={t`of the row, how many are also in the column`} />
      <div className={css.box} role="region" aria-label={t`Whom they share`} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col"><span className="unseen">{t`Segment`}</span></th>
              {segments.map(({ segment }) => <th key={segment.id} scope="col" className={css.number}><bdi>{segment.name}</bdi></th>)}
            </tr>
          </thead>
          <tbody>
            {segments.map((row) => (
              <tr key={row.segment.id}>
                <th scope="row"><span className={css.name}><HueDot hue={row.segment.hue} /><bdi>{row.segment.name}</bdi></span></th>
                {segments.map(({ segment }) => {
                  if (segment.id === row.segment.id) return <td key={segment.id} className={css.same}>{format.number(row.count)}</td>;
                  const shared = both(row.segment.id, segment.id);
                  const share = row.count === 0 ? 0 : shared / row.count;
                  return (
                    <td key={segment.id} className={css.number} style={{ background: `color-mix(in srgb, var(--accent) ${Math.round(share * 30)}%, transparent)` }}>
                      {shared === 0 ? <span className={css.none}>0</span> : <>{format.number(shared)} <span className={css.n}>{format.percent(share)}</span></>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
