/** Beside the map: the step one is on, with its feelings, what the log says about it, and everything written about it. */
import { useLingui } from "@lingui/react/macro";
import { Trash2 } from "lucide-react";
import type { JourneyStep } from "../../bindings/JourneyStep";
import type { StepContent } from "../../bindings/StepContent";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { Switch } from "../../components/controls/Toggles";
import { SectionHead } from "../../components/layout/Heads";
import { InPlace } from "../../frame/InPlace";
import { channels, useChannelName } from "../../strings/channels";
import { useStages } from "../../strings/stages";
import { useEditStep } from "./actions";
import { FeelPick } from "./FeelPick";
import css from "./journeys.module.css";
import { lanes, useFlagWords, useSeenWords } from "./words";

const none = "none";

export interface StepSideProps {
  step: JourneyStep;
  onRemove: () => void;
  /** Back to the step on the map. */
  onBack: () => void;
}

export function StepSide({ step, onRemove, onBack }: StepSideProps) {
  const { t, i18n } = useLingui();
  const write = useEditStep();
  const flag = useFlagWords();
  const seen = useSeenWords();
  const channelName = useChannelName();
  const stages = useStages();
  const { id, name, channel, lifecycle, momentOfTruth, expected, wished, observed, flags } = step;
  const save = (content: StepContent) => write.mutate({ id, content });
  return (
    <section id="journey-step" className={css.side} aria-label={t`The step`} onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && onBack()}>
      <SectionHead title={t`Step`} />
      <div className={css.sideName}>
        <InPlace label={t`Name of the step`} value={name} onSave={(to) => save({ name: to })} keep={["journeys", id, "name"]} placeholder={t`What happens?`} lines needed />
      </div>
      {flags.length > 0 && <p className={css.sideFlags}>{flags.map((one) => <span key={one.flag} className={css.flag} data-flag={one.flag}>{flag(one)}</span>)}</p>}
      <FeelPick label={t`How it feels, as we think`} value={expected} keep={["journeys", id, "expected"]} onSave={(to) => save({ expected: to })} />
      <FeelPick label={t`How it should feel`} value={wished} keep={["journeys", id, "wished"]} onSave={(to) => save({ wished: to })} />
      <h3 className={css.asked}>{t`What the log says`}</h3>
      <p className={css.says}>{seen.whole(observed)}</p>
      <Select
        label={t`Through what`}
        options={[{ id: none, label: t`Nothing in particular` }, ...channels.map((one) => ({ id: one, label: channelName(one) }))]}
        value={channel ?? none}
        onChange={(to) => save({ channel: to === none ? "" : to })}
      />
      <Select
        label={t`Stage of the relationship`}
        options={[{ id: none, label: t`Any` }, ...stages.all]}
        value={lifecycle === "" ? none : lifecycle}
        onChange={(to) => save({ lifecycle: to === none ? "" : to })}
      />
      <Switch isSelected={momentOfTruth} onChange={(to) => save({ momentOfTruth: to })} hint={t`The relationship is won or lost here.`}>{t`Moment of truth`}</Switch>
      {lanes.map((lane) => {
        const label = i18n._(lane.name);
        return (
          <div key={lane.id} className={css.sideLane}>
            <h3 className={css.asked}>{label}</h3>
            <InPlace label={label} value={step[lane.id]} onSave={(to) => save({ [lane.id]: to })} keep={["journeys", id, lane.id]} placeholder={i18n._(lane.hint)} letter={lane.id === "thinking"} lines={lane.id !== "owner" && lane.id !== "thinking"} />
          </div>
        );
      })}
      <Button kind="quiet" size="s" icon={Trash2} onPress={onRemove}>{t`Remove the step`}</Button>
    </section>
  );
}
