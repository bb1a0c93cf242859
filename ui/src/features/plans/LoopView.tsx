/** The loyalty loop as the log tells it: where people stand, by which touchpoint, and whether the loop feeds itself. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { LoyaltyLoop } from "../../bindings/LoyaltyLoop";
import { Button } from "../../components/controls/Button";
import { join } from "../../components/join";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { EmptyState, Notice } from "../../components/layout/States";
import { doAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import { keyedActions } from "../../frame/keys";
import { useSentence } from "../../strings/sentences";
import { useLoopStages } from "../../strings/stages";
import { Delight } from "./Delight";
import { LoopStageView } from "./LoopStageView";
import css from "./plans.module.css";
import { conversion, loyaltyLoop } from "./queries";

export interface Chosen {
  stage: string;
  /** A segment and its name; nobody's in particular when null. */
  segment: { id: string; name: string } | null;
}

export function LoopView() {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data, error } = useQuery(loyaltyLoop);
  const [chosen, choose] = useState<Chosen>({ stage: "engage", segment: null });
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!data) return null;
  if (data.stages.every(({ touches }) => touches === 0)) {
    return (
      <EmptyState title={t`The loop fills from the log`} text={t`When you log a touchpoint, say under “Stages” what it was in the loop: did it catch their interest, was it a purchase, did you help, or was it a surprise? Whoever it was with then stands here.`}>
        <Button kind="primary" icon={Plus} keys={keyedActions["touchpoints.log"].keys} onPress={() => doAction("touchpoints.log")}><Trans>Log a touchpoint</Trans></Button>
      </EmptyState>
    );
  }
  return (
    <div className={css.view}>
      <Ring loop={data} chosen={chosen} onChoose={choose} />
      <LoopStageView key={chosen.stage} chosen={chosen} stage={data.stages.find(({ stage }) => stage === chosen.stage)} onEverybody={() => choose({ ...chosen, segment: null })} />
      {chosen.stage === "delight" && <Delight />}
      <Conversion />
      {data.segments.length > 0 && <BySegment loop={data} onChoose={choose} />}
    </div>
  );
}

function Ring({ loop, chosen, onChoose }: { loop: LoyaltyLoop; chosen: Chosen; onChoose: (to: Chosen) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const names = useLoopStages();
  const outside = format.number(loop.outside);
  return (
    <div>
      <div className={css.ring} role="group" aria-label={t`Stages of the loyalty loop`}>
        {loop.stages.map(({ stage, people }) => {
          const name = names.name(stage);
          const n = format.number(people);
          return (
            <button key={stage} type="button" className={join(css.stage, chosen.stage === stage && css.stageChosen)} aria-pressed={chosen.stage === stage} onClick={() => onChoose({ stage, segment: null })}>
              <span className={css.stageName}>{name}</span>
              <span className={css.big}>{n}</span>
              <span className={css.quiet}>{t`${plural(people, { one: "person", other: "people" })}`}</span>
            </button>
          );
        })}
      </div>
      <p className={css.quiet}><Trans>Each stands where their last touchpoint with a stage puts them.</Trans> {loop.outside > 0 && <Trans>Nowhere: {outside}, with no touchpoint that has a stage.</Trans>}</p>
    </div>
  );
}

function Conversion() {
  const { t } = useLingui();
  const format = useFormat();
  const { data } = useQuery(conversion);
  if (!data) return null;
  const rows = [
    { key: "delighted", n: data.delighted, words: t`were delighted by something` },
    { key: "advocates", n: data.advocates, words: t`of them speak for you: at the stage of advocacy, or somebody came through them` },
    { key: "referred", n: data.referred, words: t`people came through those` },
    { key: "customers", n: data.customers, words: t`of these are customers now` },
  ];
  const most = Math.max(1, ...rows.map(({ n }) => n));
  return (
    <section>
      <SectionHead title={t`Does the loop feed itself?`} note={t`who came through whom is read from ties such as “referred by”`} />
      <Card>
        <ol className={css.bars}>
          {rows.map(({ key, n, words }) => (
            <li key={key} className={css.barRow}>
              <span className={css.barCount}>{format.number(n)}</span>
              <span className={css.barTrack} aria-hidden><span className={css.bar} style={{ inlineSize: `${(100 * n) / most}%` }} /></span>
              <span className={css.barWords}>{words}</span>
            </li>
          ))}
        </ol>
      </Card>
    </section>
  );
}

function BySegment({ loop, onChoose }: { loop: LoyaltyLoop; onChoose: (to: Chosen) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const names = useLoopStages();
  return (
    <section>
      <SectionHead title={t`By segment`} />
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t`Segment`}</th>
              {loop.stages.map(({ stage }) => <th key={stage} scope="col" className={css.number}>{names.name(stage)}</th>)}
              <th scope="col" className={css.number}>{t`Nowhere`}</th>
            </tr>
          </thead>
          <tbody>
            {loop.segments.map(({ segment, people, outside }) => (
              <tr key={segment.id}>
                <th scope="row"><bdi>{segment.name}</bdi></th>
                {people.map((count, at) => {
                  const stage = loop.stages[at]?.stage ?? "";
                  const label = [names.name(stage), segment.name, format.number(count)].join(", ");
                  return (
                    <td key={stage} className={css.number}>
                      {count === 0 ? "0" : <button type="button" className={css.cell} aria-label={label} onClick={() => onChoose({ stage, segment: { id: segment.id, name: segment.name } })}>{format.number(count)}</button>}
                    </td>
                  );
                })}
                <td className={css.number}>{format.number(outside)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
