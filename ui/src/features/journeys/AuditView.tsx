/** The audit: each kind of touchpoint, how it felt, what a plain rule says, and what you decide about it and why. */
import { type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { AuditHint } from "../../bindings/AuditHint";
import type { AuditRow } from "../../bindings/AuditRow";
import type { JourneyMap } from "../../bindings/JourneyMap";
import type { TouchVerdict } from "../../bindings/TouchVerdict";
import { Button } from "../../components/controls/Button";
import { Radios } from "../../components/controls/Toggles";
import { EmptyState } from "../../components/layout/States";
import { channelIcons } from "../../frame/channelIcons";
import { useFormat } from "../../frame/format";
import { InPlace } from "../../frame/InPlace";
import { useRowStops } from "../../frame/rowStops";
import { useChannelName } from "../../strings/channels";
import { useStages } from "../../strings/stages";
import { useJudge } from "./actions";
import css from "./journeys.module.css";
import { journeyAudit } from "./queries";
import type { MapDeeds } from "./useMap";
import { useSeenWords } from "./words";

const hints: Readonly<Record<AuditHint, { word: MessageDescriptor; why: MessageDescriptor }>> = {
  unused: { word: msg`Never happened`, why: msg`The map plans it, and the log knows none.` },
  asleep: { word: msg`Stop it, or take it up again`, why: msg`The last one is more than a year ago.` },
  ask: { word: msg`Ask how it felt`, why: msg`Nobody ever said.` },
  askOn: { word: msg`Ask on`, why: msg`Fewer than five said how it felt.` },
  fix: { word: msg`Fix it`, why: msg`At least five said, and the middle one was let down.` },
  keep: { word: msg`Keep it`, why: msg`At least five said, and the middle one was glad.` },
  even: { word: msg`It leaves them cold`, why: msg`At least five said, and the middle one felt neither good nor bad.` },
};

export function AuditView({ map, deeds }: { map: JourneyMap; deeds: MapDeeds }) {
  const { t } = useLingui();
  const { data: audit } = useQuery(journeyAudit(map.id));
  const { ref, onKeyDownCapture, onFocus } = useRowStops();
  if (!audit) return null;
  const { rows } = audit;
  if (rows.length === 0) return <EmptyState title={t`Nothing to look through yet`} text={t`Log a touchpoint, or name the channel of a step: each kind of touchpoint then stands here with how it felt.`} />;
  const decided = rows.filter((row) => row.said !== null).length;
  const whole = rows.length;
  return (
    <>
      <p className={css.auditLine}>{t`Decided about ${decided} of ${whole} kinds of touchpoint. What a plain rule would do stands beside your own word; yours is the one that counts.`}</p>
      <div className={css.tableBox} role="region" aria-label={t`The audit of touchpoints`}>
        <table ref={ref} className={css.table} onKeyDownCapture={onKeyDownCapture} onFocus={onFocus}>
          <thead>
            <tr>
              <th scope="col">{t`Touchpoint`}</th>
              <th scope="col">{t`How it felt`}</th>
              <th scope="col">{t`By the rule`}</th>
              <th scope="col">{t`You decide`}</th>
              <th scope="col">{t`Why`}</th>
            </tr>
          </thead>
          <tbody>{rows.map((row) => <Row key={`${row.channel}:${row.lifecycle}`} map={map} row={row} deeds={deeds} />)}</tbody>
        </table>
      </div>
    </>
  );
}

function Row({ map, row, deeds }: { map: JourneyMap; row: AuditRow; deeds: MapDeeds }) {
  const { t, i18n } = useLingui();
  const judge = useJudge();
  const format = useFormat();
  const seen = useSeenWords();
  const way = useWay()(row);
  const { channel, lifecycle, steps, observed, lastAt, hint, said } = row;
  const Icon = channelIcons[channel];
  const last = lastAt === null ? null : format.day(lastAt);
  const of = { journey: map.id, channel, lifecycle };
  const verdicts: readonly { id: TouchVerdict; label: string }[] = [{ id: "keep", label: t`Keep` }, { id: "fix", label: t`Fix` }, { id: "stop", label: t`Stop` }];
  const stageOf = (id: string) => map.stages.find((stage) => stage.steps.some((step) => step.id === id))?.id;
  return (
    <tr>
      <th scope="row" className={css.auditFirst}>
        <span className={css.auditWay}><Icon size={15} strokeWidth={1.75} aria-hidden />{way}</span>
        {steps.length === 0 && <span className={css.quietCell}>{t`On no step`}</span>}
        {steps.map(({ id, name }) => {
          const stage = stageOf(id);
          return <Button key={id} kind="quiet" size="s" className={css.stepLink} onPress={() => stage && deeds.edit({ stage, step: id })}><bdi>{name}</bdi></Button>;
        })}
      </th>
      <td className={css.figure}><span className={css.felt}>{seen.felt(observed)}</span><span className={css.quietCell}>{seen.logged(observed)}</span>{last !== null && <span className={css.quietCell}>{t`the last on ${last}`}</span>}</td>
      <td><span className={css.hint} data-hint={hint}>{i18n._(hints[hint].word)}</span><span className={css.quietCell}>{i18n._(hints[hint].why)}</span></td>
      <td className={css.decide}>
        <Radios label={t`What to do: ${way}`} quietLabel bar options={verdicts} value={said?.verdict ?? null} onChange={(verdict) => judge.mutate({ ...of, verdict })} />
        {said && <Button kind="quiet" size="s" aria-label={t`Undecided: ${way}`} onPress={() => judge.mutate(of)}>{t`Undecided`}</Button>}
      </td>
      <td className={css.reason}>
        {said && <InPlace label={t`Why: ${way}`} value={said.reason} onSave={(reason) => judge.mutate({ ...of, verdict: said.verdict, reason })} keep={["journeys", map.id, "why", channel, lifecycle]} placeholder={t`Your reason`} lines />}
      </td>
    </tr>
  );
}

/** "Call · Onboarding". */
function useWay(): (row: AuditRow) => string {
  const channelName = useChannelName();
  const stages = useStages();
  return ({ channel, lifecycle }) => [channelName(channel), lifecycle && stages.name(lifecycle)].filter(Boolean).join(" · ");
}
