/** The head of a step's column: its name, through what it goes, and what deserves a look. */
import { useLingui } from "@lingui/react/macro";
import { Star } from "lucide-react";
import type { JourneyStage } from "../../bindings/JourneyStage";
import type { JourneyStep } from "../../bindings/JourneyStep";
import type { JourneyMap } from "../../bindings/JourneyMap";
import { join } from "../../components/join";
import { channelIcons } from "../../frame/channelIcons";
import { useChannelName } from "../../strings/channels";
import { useStages } from "../../strings/stages";
import css from "./journeys.module.css";
import { SpotMenu } from "./SpotMenu";
import type { MapDeeds } from "./useMap";
import { useFeltLine, useFlagWords, useSeenWords } from "./words";

export interface StepHeadProps {
  map: JourneyMap;
  stage: JourneyStage;
  step: JourneyStep;
  /** The one stop of the Tab key is here. */
  isCurrent: boolean;
  deeds: MapDeeds;
  /** How it looks while something is dragged. */
  mark: string | undefined;
}

export function StepHead({ map, stage, step, isCurrent, deeds, mark }: StepHeadProps) {
  const { t } = useLingui();
  const flag = useFlagWords();
  const felt = useFeltLine()(step);
  const seen = useSeenWords().whole(step.observed);
  const spot = { stage: stage.id, step: step.id };
  return (
    <div data-column="step" data-in={stage.id} data-step={step.id} className={join(css.stepHead, isCurrent && css.hereStep, mark)}>
      <div
        role="button"
        tabIndex={isCurrent ? 0 : -1}
        data-spot={step.id}
        aria-describedby="journey-keys"
        className={css.stepFace}
        onFocus={() => isCurrent || deeds.goTo(spot)}
        onClick={() => deeds.edit(spot)}
      >
        <bdi className={css.stepName}>{step.name}</bdi>
        {step.momentOfTruth && <span className={css.truth}><Star size={12} strokeWidth={2} fill="currentColor" aria-hidden />{t`Moment of truth`}</span>}
        <StepWhere step={step} />
        <span className="unseen">{`. ${felt}. ${seen}`}</span>
        {step.flags.map((one) => <span key={one.flag} className={css.flag} data-flag={one.flag}>{flag(one)}</span>)}
      </div>
      <span className={css.stepMore}><SpotMenu map={map} spot={spot} name={step.name} deeds={deeds} /></span>
    </div>
  );
}

/** "Call · Onboarding". */
export function StepWhere({ step }: { step: JourneyStep }) {
  const channelName = useChannelName();
  const stages = useStages();
  const Icon = step.channel && channelIcons[step.channel];
  const words = [step.channel && channelName(step.channel), step.lifecycle && stages.name(step.lifecycle)].filter(Boolean);
  if (words.length === 0) return null;
  return <span className={css.where}>{Icon && <Icon size={13} strokeWidth={1.75} aria-hidden />}{words.join(" · ")}</span>;
}
