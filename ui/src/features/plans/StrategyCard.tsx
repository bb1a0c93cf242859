/** One strategy: what is done, how far it has come, what came of it, and the test in three lines. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Check, Circle, MoreHorizontal, Trash2 } from "lucide-react";
import type { Strategy } from "../../bindings/Strategy";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { Card } from "../../components/layout/Card";
import { Menu } from "../../components/overlays/Menu";
import { DayInPlace } from "../../frame/DayInPlace";
import { InPlace } from "../../frame/InPlace";
import { useLoopStages } from "../../strings/stages";
import { useRemoveStrategy, useSaveStrategy } from "./actions";
import css from "./plans.module.css";
import { type Layer, layerNames, layers, type State, stateNames, states } from "./words";

const NONE = "none";

export function StrategyCard({ strategy }: { strategy: Strategy }) {
  const { t, i18n } = useLingui();
  const save = useSaveStrategy();
  const remove = useRemoveStrategy();
  const { id, title, state, result, passes } = strategy;
  const change = (part: Parameters<typeof save.mutate>[0] | object) => save.mutate({ id, called: title, ...part });
  const lines = [
    { key: "need", question: t`Which need of theirs does it answer?`, value: strategy.need },
    { key: "beyond", question: t`What do they get beyond the product?`, value: strategy.beyond },
    { key: "learning", question: t`How do we hear from them and learn?`, value: strategy.learning },
  ];
  return (
    <Card className={state === "dropped" ? `${css.strategy} ${css.dropped}` : css.strategy} label={title}>
      <div className={css.strategyHead}>
        <h3 className={css.strategyTitle}><InPlace needed label={t`What is done`} value={title} keep={["strategy", id, "title"]} placeholder={t`What is done`} onSave={(to) => change({ title: to })} /></h3>
        <Menu label={t`More about ${title}`} deeds={[{ id: "remove", label: t`Remove the strategy`, icon: Trash2, onDo: () => remove.mutate(id) }]}>
          <Button kind="quiet" size="s" icon={MoreHorizontal} aria-label={t`More about ${title}`} />
        </Menu>
      </div>
      <Select plain quietLabel className={css.outdent} label={t`How far it has come`} value={state as State} onChange={(to) => change({ state: to })} options={states.map((one) => ({ id: one, label: i18n._(stateNames[one]) }))} />
      <InPlace lines label={t`Result`} value={result} keep={["strategy", id, "result"]} placeholder={t`What came of it?`} onSave={(to) => change({ result: to })} />
      <details className={css.test}>
        <summary>
          {passes === 3 ? <Check size={14} strokeWidth={2} aria-hidden /> : <Circle size={12} strokeWidth={2} aria-hidden />}
          <Trans>Test: {passes} of 3 answered</Trans>
        </summary>
        <dl className={css.testLines}>
          {lines.map(({ key, question, value }) => (
            <div key={key}>
              <dt>{question}</dt>
              <dd><InPlace lines label={question} value={value} keep={["strategy", id, key]} placeholder={t`No answer yet`} onSave={(to) => change({ [key]: to })} /></dd>
            </div>
          ))}
        </dl>
        <Bindings strategy={strategy} onChange={change} />
      </details>
    </Card>
  );
}

function Bindings({ strategy, onChange }: { strategy: Strategy; onChange: (part: object) => void }) {
  const { t, i18n } = useLingui();
  const loop = useLoopStages();
  return (
    <div className={css.bindings}>
      <Select
        label={t`Works on this stage of the loop`}
        value={strategy.loopStage || NONE}
        onChange={(to) => onChange({ loopStage: to === NONE ? "" : to })}
        options={[{ id: NONE, label: t`None in particular` }, ...loop.all]}
      />
      <Select
        label={t`Builds this layer`}
        value={strategy.layer || NONE}
        onChange={(to) => onChange({ layer: to === NONE ? "" : to })}
        options={[{ id: NONE, label: t`None in particular` }, ...layers.map((layer: Layer) => ({ id: layer as string, label: i18n._(layerNames[layer]) }))]}
      />
      <DayInPlace label={t`Look again on`} value={strategy.reviewOn} onSave={(day) => onChange({ reviewOn: day ?? "" })} />
      <span className={css.fact}>
        <span className={css.factName}><Trans>Answers for it</Trans></span>
        <InPlace label={t`Answers for it`} value={strategy.owner} keep={["strategy", strategy.id, "owner"]} placeholder={t`Nobody yet`} onSave={(owner) => onChange({ owner })} />
      </span>
    </div>
  );
}
