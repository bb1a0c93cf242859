/** How all segments stand: their figures side by side, whom they share, whom they leave out, and which two may be one. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { SegmentHealth } from "../../bindings/SegmentHealth";
import type { SegmentPair } from "../../bindings/SegmentPair";
import { Button } from "../../components/controls/Button";
import { PageHead, SectionHead } from "../../components/layout/Heads";
import { Notice } from "../../components/layout/States";
import { useFormat } from "../../frame/format";
import { useSentence } from "../../strings/sentences";
import { FigureCell } from "./FigureCell";
import css from "./health.module.css";
import { JoinSheet } from "./JoinSheet";
import { Overlap } from "./Overlap";
import { Pairs } from "./Pairs";
import { healthOf } from "./queries";
import { HueDot } from "./SegmentList";
import { usePulse } from "./usePulse";

export function HealthView({ onShow }: { onShow: (id: string) => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const format = useFormat();
  const { data: health, error } = useQuery(healthOf);
  const [joins, setJoins] = useState<SegmentPair | null>(null);
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!health) return null;
  const { segments, pairs, total, uncovered } = health;
  const [all, left] = [format.number(total), format.number(uncovered)];
  const suspects = pairs.filter((pair) => pair.maybeOne);
  const name = (id: string) => segments.find((row) => row.segment.id === id)?.segment.name ?? "";
  return (
    <div className={css.page}>
      <PageHead title={t`How the segments stand`} line={uncovered === 0 ? t`Everybody of ${all} is in a segment.` : t`${left} of ${all} people are in no segment.`} deeds={uncovered > 0 && <Button onPress={() => onShow("none")}>{t`Who is in none?`}</Button>} />
      {suspects.map((pair) => {
        const [a, b] = [name(pair.a), name(pair.b)];
        return <Notice key={pair.a + pair.b} tone="warn" end={<Button size="s" onPress={() => setJoins(pair)}>{t`Try as one`}</Button>}>{t`“${a}” and “${b}” are alike in everything that is known of them: maybe one segment.`}</Notice>;
      })}
      <Side health={health} onShow={onShow} />
      {segments.length > 1 && <Overlap health={health} />}
      {segments.length > 1 && <Pairs health={health} onJoin={setJoins} />}
      {joins && <JoinSheet a={joins.a} b={joins.b} names={[name(joins.a), name(joins.b)]} onClose={() => setJoins(null)} onJoined={onShow} />}
    </div>
  );
}

/** The segments side by side, from the log of a year. */
function Side({ health, onShow }: { health: SegmentHealth; onShow: (id: string) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const pulse = usePulse();
  const spends = health.segments.some((row) => row.spent !== null);
  return (
    <section>
      <SectionHead title={t`Side by side`} note={t`from the log of a year`} />
      <div className={css.box} role="region" aria-label={t`Side by side`} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t`Segment`}</th>
              <th scope="col" className={css.number}>{t`People`}</th>
              <th scope="col" className={css.number}>{t`Only here`}</th>
              <th scope="col">{t`Mostly through`}</th>
              <th scope="col">{t`Usually`}</th>
              <th scope="col">{t`Felt`}</th>
              <th scope="col">{t`Letters answered`}</th>
              {spends && <th scope="col">{t`Spent`}</th>}
            </tr>
          </thead>
          <tbody>
            {health.segments.map((row) => (
              <tr key={row.segment.id}>
                <th scope="row"><Button kind="quiet" size="s" className={css.name} onPress={() => onShow(row.segment.id)}><HueDot hue={row.segment.hue} /><bdi>{row.segment.name}</bdi></Button></th>
                <td className={css.number}>{format.number(row.count)}</td>
                <td className={css.number}>{format.number(row.only)}</td>
                <td><FigureCell figure={pulse.channel(row.pulse)} /></td>
                <td><FigureCell figure={pulse.rhythm(row.pulse)} /></td>
                <td><FigureCell figure={pulse.felt(row.pulse)} /></td>
                <td><FigureCell figure={pulse.answers(row.pulse)} /></td>
                {spends && <td><FigureCell figure={pulse.spent(row.spent, row.count)} /></td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
