/** What one wants of a segment: how close, what they hear, what they need, and when somebody looked at it last. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { SegmentPlan } from "../../bindings/SegmentPlan";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { Radios } from "../../components/controls/Toggles";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { Notice } from "../../components/layout/States";
import { dayOf, daysBetween, startOf, useNow } from "../../frame/clock";
import { DayInPlace } from "../../frame/DayInPlace";
import { InPlace } from "../../frame/InPlace";
import { isolated } from "../../frame/isolated";
import { useFormat } from "../../frame/format";
import { useSentence } from "../../strings/sentences";
import { useSpans } from "../../strings/spans";
import { useSavePlan } from "./actions";
import { intensities, useIntensities } from "./intensities";
import { Needs } from "./Needs";
import css from "./plan.module.css";
import { planOf } from "./queries";
import { Talks } from "./Talks";

export function PlanTab({ id }: { id: string }) {
  const sentence = useSentence();
  const { data: plan, error } = useQuery(planOf(id));
  if (error) return error.code === "notFound" ? null : <Notice tone="danger">{sentence(error)}</Notice>;
  if (!plan) return null;
  return (
    <div className={css.sheet}>
      <HowClose plan={plan} />
      <LookedAt plan={plan} />
      <Talks plan={plan} />
      <Needs plan={plan} />
    </div>
  );
}

/** How close one wants to be and why, beside what they expect. */
function HowClose({ plan }: { plan: SegmentPlan }) {
  const { t } = useLingui();
  const save = useSavePlan();
  const words = useIntensities();
  const { intensity, expected, why } = plan;
  const id = plan.segment.id;
  const [wanted, hoped] = [intensity && words.name(intensity), expected && words.name(expected)];
  return (
    <section>
      <SectionHead title={t`How close`} />
      <Card className={css.card}>
        <Radios
          label={t`How close you want to be`}
          options={intensities.map((one) => ({ id: one, label: words.name(one), hint: words.meaning(one) }))}
          value={intensity}
          onChange={(to) => save.mutate({ id, intensity: to })}
        />
        <div className={css.line}>
          <h3 className={css.asked}>{t`Why`}</h3>
          <InPlace label={t`Why this close`} value={why} onSave={(to) => save.mutate({ id, why: to })} keep={["segments", id, "why"]} placeholder={t`What makes it right for them?`} lines />
        </div>
        <div className={css.pair}>
          <Select
            label={t`What they expect`}
            options={[{ id: "none", label: t`Nobody asked yet` }, ...intensities.map((one) => ({ id: one, label: words.name(one) }))]}
            value={expected ?? "none"}
            onChange={(to) => save.mutate({ id, expected: to === "none" ? "" : to })}
          />
          {intensity && <Button kind="quiet" size="s" onPress={() => save.mutate({ id, intensity: "" })}>{t`Leave it open`}</Button>}
        </div>
        {wanted && hoped && wanted !== hoped && <Notice tone="warn">{t`They expect “${hoped}”, and you serve them “${wanted}”. One of the two should move.`}</Notice>}
      </Card>
    </section>
  );
}

/** From when on a plan is old (M192: a plan that nobody looks at stops being one). */
const OLD = 180;

function LookedAt({ plan }: { plan: SegmentPlan }) {
  const { t } = useLingui();
  const save = useSavePlan();
  const spans = useSpans();
  const format = useFormat();
  const now = useNow();
  const today = dayOf(now);
  const { lookedOn, reviewOn } = plan;
  const { id, name } = plan.segment;
  const called = isolated(name);
  const days = daysBetween(startOf(lookedOn), now);
  const [ago, day] = [spans.long(days), format.fullDay(lookedOn)];
  const task = t`Look at the segment “${called}” again`;
  const due = reviewOn !== "" && reviewOn <= today;
  return (
    <section>
      <SectionHead title={t`Looked at`} />
      <Card className={css.card}>
        <p className={css.says}>{days < 1 ? t`Looked at today.` : t`Last looked at ${ago} ago, on ${day}.`}</p>
        {due ? <Notice tone="warn">{t`It is time to look again: does the rule still say whom you mean?`}</Notice> : days >= OLD && <Notice tone="warn">{t`That is long ago. People change, and rules do not.`}</Notice>}
        <div className={css.pair}>
          <DayInPlace label={t`Look again on`} value={reviewOn || null} onSave={(to) => save.mutate({ id, reviewOn: to ?? "", task })} />
          <Button onPress={() => save.mutate({ id, lookedOn: today, ...(due && { reviewOn: "", task }) })} isDisabled={lookedOn === today && !due}>{t`I looked at it today`}</Button>
        </div>
        {reviewOn !== "" && !due && <p className={css.says}>{t`It stands among what is to be done, and on Today when the day comes.`}</p>}
      </Card>
    </section>
  );
}
