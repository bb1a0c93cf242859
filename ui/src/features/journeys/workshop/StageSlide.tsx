/** One stage, large: its steps beside each other, how each feels, and what hurts there. */
import { useLingui } from "@lingui/react/macro";
import { Star } from "lucide-react";
import type { JourneyStep } from "../../../bindings/JourneyStep";
import { Felt } from "../../../components/marks/Felt";
import { feelingOf } from "../../../strings/feelings";
import { StepWhere } from "../StepHead";
import { lanes, useSeenWords } from "../words";
import css from "./workshop.module.css";
import type { Slide } from "./slides";

/** Who answers for a step is no news to the people in the room. */
const shown = lanes.filter(({ id }) => id !== "owner" && id !== "thinking");

export function StageSlide({ slide }: { slide: Slide }) {
  return (
    <div className={css.slide}>
      <h2 className={css.slideName}><bdi>{slide.stage.name}</bdi></h2>
      <ol className={css.slideSteps}>{slide.steps.map((step) => <li key={step.id} className={css.slideStep}><BigStep step={step} /></li>)}</ol>
    </div>
  );
}

function BigStep({ step }: { step: JourneyStep }) {
  const { t, i18n } = useLingui();
  const seen = useSeenWords();
  const { name, expected, wished, thinking, momentOfTruth, observed } = step;
  const now = expected && seen.signed(expected.value);
  const oneDay = wished && seen.signed(wished.value);
  const wish = wished?.word ?? "";
  return (
    <>
      <h3 className={css.bigName}><bdi>{name}</bdi></h3>
      {momentOfTruth && <p className={css.bigTruth}><Star size="1em" fill="currentColor" aria-hidden />{t`Moment of truth`}</p>}
      <p className={css.bigFelt}>
        {expected ? <><Felt className={css.bigShape} value={feelingOf(expected.value)} word={expected.word} withWord /> <span className={css.bigValue}>{now}</span></> : <span className={css.bigValue}>{t`nobody said yet`}</span>}
      </p>
      {wished && oneDay !== now && <p className={css.bigLine}>{t`should be ${wish} (${oneDay})`}</p>}
      {observed && observed.n > 0 && <p className={css.bigLine}>{seen.whole(observed)}</p>}
      {thinking && <blockquote className={css.bigQuote}><bdi>{thinking}</bdi></blockquote>}
      <dl className={css.bigLanes}>
        {shown.filter(({ id }) => step[id] !== "").map(({ id, name: lane }) => (
          <div key={id}><dt>{i18n._(lane)}</dt><dd><bdi>{step[id]}</bdi></dd></div>
        ))}
      </dl>
      <StepWhere step={step} />
    </>
  );
}
