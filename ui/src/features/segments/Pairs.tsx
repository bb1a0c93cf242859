/** Two segments at a time: do they differ by any of the five reasons that make a segment of its own? */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { Distinct } from "../../bindings/Distinct";
import type { SegmentHealth } from "../../bindings/SegmentHealth";
import type { SegmentPair } from "../../bindings/SegmentPair";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { join } from "../../components/join";
import css from "./health.module.css";

const reasons: readonly { id: Distinct; name: MessageDescriptor }[] = [
  { id: "need", name: msg`Need` },
  { id: "channel", name: msg`Channel` },
  { id: "relationship", name: msg`Relationship` },
  { id: "revenue", name: msg`Revenue` },
  { id: "willingness", name: msg`Would pay for` },
];

/** More pairs than these are not looked at one by one. */
const MOST = 60;
const ENOUGH = 5;

export function Pairs({ health, onJoin }: { health: SegmentHealth; onJoin: (pair: SegmentPair) => void }) {
  const { t, i18n } = useLingui();
  const name = (id: string) => health.segments.find((row) => row.segment.id === id)?.segment.name ?? "";
  const sorted = [...health.pairs].sort((a, b) => Number(b.maybeOne) - Number(a.maybeOne) || b.both - a.both).slice(0, MOST);
  return (
    <section>
      <SectionHead title={t`Is each one of its own?`} note={t`five reasons that make a segment`} />
      <div className={css.box} role="region" aria-label={t`Is each one of its own?`} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t`Two segments`}</th>
              <th scope="col" className={css.number}>n</th>
              {reasons.map(({ id, name: word }) => <th key={id} scope="col">{i18n._(word)}</th>)}
              <th scope="col"><span className="unseen">{t`What to do`}</span></th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((pair) => {
              const [a, b] = [name(pair.a), name(pair.b)];
              return (
                <tr key={pair.a + pair.b} className={join(pair.n < ENOUGH && css.few)}>
                  <th scope="row"><bdi>{a}</bdi> · <bdi>{b}</bdi></th>
                  <td className={css.number}>{pair.n}</td>
                  {reasons.map(({ id }) => <td key={id}><Said different={pair.reasons.find((one) => one.reason === id)?.different ?? null} asks={id === "willingness"} /></td>)}
                  <td><Button kind="quiet" size="s" onPress={() => onJoin(pair)} aria-label={t`Try as one: ${a}, ${b}`}>{t`Try as one`}</Button></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={css.note}>{t`Need compares what you wrote down beside them, channel the shares of a year, relationship how close you want to be, revenue what one of them spent. What they would pay for nobody can know without asking.`}</p>
    </section>
  );
}

function Said({ different, asks }: { different: boolean | null; asks: boolean }) {
  const { t } = useLingui();
  if (different === null) return <span className={css.none}>{asks ? t`ask them` : t`not known`}</span>;
  return different ? <span className={css.differs}>{t`differs`}</span> : <span className={css.alike}>{t`the same`}</span>;
}
