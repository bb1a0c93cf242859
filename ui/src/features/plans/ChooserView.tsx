/** Which framework fits: three questions, the advice with its reasons, and of each framework what it is best for and where it fails. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Minus, Plus } from "lucide-react";
import type { AdviceReason } from "../../bindings/AdviceReason";
import type { FrameworkFit } from "../../bindings/FrameworkFit";
import { Button } from "../../components/controls/Button";
import { Radios } from "../../components/controls/Toggles";
import { join } from "../../components/join";
import { Card } from "../../components/layout/Card";
import { Notice } from "../../components/layout/States";
import { dayOf, useNow } from "../../frame/clock";
import { useEditSheet } from "./actions";
import css from "./plans.module.css";
import type { OnView } from "./PlansPage";
import { advice, sheet } from "./queries";
import { frameworkBest, frameworkLimit, frameworkNames, questions } from "./words";

const keys = ["business", "lifetimeValue", "maturity"] as const;

export function ChooserView({ onView }: { onView: OnView }) {
  const { i18n } = useLingui();
  const said = useQuery(sheet(dayOf(useNow()))).data;
  const advised = useQuery(advice).data;
  const edit = useEditSheet();
  if (!said || !advised) return null;
  return (
    <div className={css.view}>
      <div className={css.three}>
        {keys.map((key) => {
          const { label, answers } = questions[key];
          return (
            <Radios
              key={key}
              label={i18n._(label)}
              value={said[key] || null}
              onChange={(to) => edit.mutate({ [key]: to })}
              options={Object.entries(answers).map(([id, answer]) => ({ id, label: i18n._(answer) }))}
            />
          );
        })}
      </div>
      {!advised.answered && <Notice><Trans>Answer all three, and the advice below says which fits best and why.</Trans></Notice>}
      {advised.both && <Notice><Trans>Both loop and stack fit. Take the loop for what you do this month, campaign by campaign, and the stack for the plan of the year.</Trans></Notice>}
      <ol className={css.frameworks}>
        {advised.frameworks.map((fit, at) => <li key={fit.framework}><Fit fit={fit} isBest={advised.answered && at === 0} onView={onView} /></li>)}
      </ol>
      <p className={css.quiet}><Trans>The points are a rule of thumb of ours, to think with. None of these promises a result.</Trans></p>
    </div>
  );
}

function Fit({ fit, isBest, onView }: { fit: FrameworkFit; isBest: boolean; onView: OnView }) {
  const { t, i18n } = useLingui();
  const { framework, reasons } = fit;
  const name = i18n._(frameworkNames[framework]);
  return (
    <Card className={join(css.framework, isBest && css.best)} label={name}>
      <h2 className={css.layerName}>{name} {isBest && <span className={css.bestWord}>{t`fits best`}</span>}</h2>
      <p>{i18n._(frameworkBest[framework])}</p>
      <p className={css.limit}>{i18n._(frameworkLimit[framework])}</p>
      {reasons.length > 0 && <ul className={css.reasons} aria-label={t`Why: ${name}`}>{reasons.map((reason) => <Reason key={`${reason.question} ${reason.answer}`} reason={reason} />)}</ul>}
      {framework === "loop" && <Button size="s" onPress={() => onView("loop")}><Trans>Open the loop</Trans></Button>}
      {framework === "stack" && <Button size="s" onPress={() => onView("stack")}><Trans>Open the stack</Trans></Button>}
    </Card>
  );
}

function Reason({ reason: { question, answer, points } }: { reason: AdviceReason }) {
  const { t, i18n } = useLingui();
  const { label, answers } = questions[question as (typeof keys)[number]];
  const words = (answers as Readonly<Record<string, typeof label>>)[answer];
  const [said, asked] = [words ? i18n._(words) : answer, i18n._(label)];
  const speaks = points > 0;
  return (
    <li className={css.reason}>
      {speaks ? <Plus size={13} strokeWidth={2.25} aria-hidden /> : <Minus size={13} strokeWidth={2.25} aria-hidden />}
      <span>{speaks ? t`for it: “${said}”` : t`against it: “${said}”`} <span className={css.quiet}>{asked}</span></span>
    </li>
  );
}
