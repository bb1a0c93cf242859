/** How new customers fare: who was left alone, who says they are lost, and which steps come later than they should. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { JourneyMap } from "../../bindings/JourneyMap";
import type { OnboardingCheck } from "../../bindings/OnboardingCheck";
import type { OnboardingStep } from "../../bindings/OnboardingStep";
import { Button } from "../../components/controls/Button";
import { NumberField } from "../../components/controls/NumberField";
import { Select } from "../../components/controls/Select";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { EmptyState } from "../../components/layout/States";
import { Chip } from "../../components/marks/Chip";
import { dayOf, useNow } from "../../frame/clock";
import { useFormat } from "../../frame/format";
import { useEditStep, useSetOnboarding } from "./actions";
import { LostWords } from "./LostWords";
import { NewPeople } from "./NewPeople";
import css from "./onboarding.module.css";
import { onboardingCheck } from "./queries";
import type { MapDeeds } from "./useMap";

const PAGE = 20;
type Shown = "alone" | "everybody";

export function OnboardingView({ map, deeds }: { map: JourneyMap; deeds: MapDeeds }) {
  const { t } = useLingui();
  const format = useFormat();
  const [shown, show] = useState<Shown>("alone");
  const [limit, setLimit] = useState(PAGE);
  const everybody = shown === "everybody";
  // What is silence today is more of it tomorrow.
  const today = dayOf(useNow());
  const { data: check } = useQuery({ ...onboardingCheck(map.id, everybody, limit, today), placeholderData: keepPreviousData });
  if (!check) return null;
  const total = everybody ? check.people : check.alone;
  const list = everybody ? t`Everybody who is new` : t`Left alone`;
  return (
    <div className={css.page}>
      <Rules check={check} />
      {check.people === 0 ? (
        <EmptyState title={t`Nobody is new`} text={t`Whoever stands at the stage “Onboarding”, or buys from you for the first time, is looked after here: how long they heard nothing, and whether they say that they are lost.`} />
      ) : (
        <div className={css.two}>
          <section>
            <SectionHead
              title={list}
              count={format.number(total)}
              note={<Select plain quietLabel label={t`Whom to show`} value={shown} onChange={(to) => show(to as Shown)} options={[{ id: "alone", label: t`left alone` }, { id: "everybody", label: t`everybody` }]} />}
            />
            {total === 0 && <p className={css.quiet}>{t`Nobody is left alone: everybody who is new heard from you within ${plural(check.aloneDays, { one: "# day", other: "# days" })}.`}</p>}
            {total > 0 && <NewPeople label={list} map={map} check={check} />}
            {total > check.rows.length && limit < 200 && <Button size="s" className={css.more} onPress={() => setLimit(Math.min(200, limit * 4))}><Trans>Show more</Trans></Button>}
          </section>
          <div className={css.column}>
            <Steps steps={check.steps} map={map} deeds={deeds} />
            <LostWords check={check} />
          </div>
        </div>
      )}
    </div>
  );
}

/** What is taken for new and for left alone, and how many are. */
function Rules({ check }: { check: OnboardingCheck }) {
  const { t } = useLingui();
  const set = useSetOnboarding();
  const { id, people, atStage, unheard, newDays, aloneDays } = check;
  return (
    <div className={css.rules}>
      <NumberField className={css.days} label={t`New for so long after the first purchase`} value={newDays} min={1} max={3650} unit={t`days`} onChange={(to) => to !== null && to !== newDays && set.mutate({ id, newDays: to })} />
      <NumberField className={css.days} label={t`Left alone after so long without a word`} value={aloneDays} min={1} max={3650} unit={t`days`} onChange={(to) => to !== null && to !== aloneDays && set.mutate({ id, aloneDays: to })} />
      <p className={css.counts}>
        {t`${plural(people, { one: "# person is new", other: "# people are new" })}, ${atStage} of them at the stage “Onboarding”.`}{" "}
        {unheard > 0 && t`${plural(unheard, { one: "# has heard nothing since their start.", other: "# have heard nothing since their start." })}`}
      </p>
    </div>
  );
}

/** The steps of onboarding: how long they should take, and how long they do. */
function Steps({ steps, map, deeds }: { steps: readonly OnboardingStep[]; map: JourneyMap; deeds: MapDeeds }) {
  const { t } = useLingui();
  const late = steps.filter((step) => step.late).length;
  return (
    <section>
      <SectionHead title={t`Steps in time`} note={late > 0 && t`${late} later than it should be`} />
      {steps.length === 0 && <p className={css.quiet}>{t`No step of the map names the stage “Onboarding” yet. Name it beside a step, and say here within how many days it should come.`}</p>}
      {steps.length > 0 && (
        <Card rows>
          <ul aria-label={t`Steps in time`}>{steps.map((step) => <Step key={step.id} step={step} onOpen={() => open(map, deeds, step.id)} />)}</ul>
        </Card>
      )}
      {steps.length > 0 && <p className={css.quiet}>{t`Days are counted from the step before it, or from their start.`}</p>}
    </section>
  );
}

function open(map: JourneyMap, deeds: MapDeeds, step: string) {
  const stage = map.stages.find((one) => one.steps.some(({ id }) => id === step));
  if (stage) deeds.edit({ stage: stage.id, step });
}

function Step({ step, onOpen }: { step: OnboardingStep; onOpen: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const edit = useEditStep();
  const { id, name, withinDays, n, medianDays, waiting, late } = step;
  const real = medianDays === null ? "" : format.number(medianDays);
  const save = (to: number | null) => (to ?? 0) !== (withinDays ?? 0) && edit.mutate({ id, content: { withinDays: to ?? 0 } });
  return (
    <li className={css.step}>
      <div className={css.stepWords}>
        <Button kind="quiet" size="s" className={css.stepName} onPress={onOpen}><bdi>{name}</bdi></Button>
        <p className={css.real}>
          {medianDays === null ? t`Nobody who is new passed it yet.` : t`It takes ${real} days in the middle (n ${n}).`}{" "}
          {waiting > 0 && t`${plural(waiting, { one: "# still waits.", other: "# still wait." })}`}
        </p>
        {late && <p className={css.late}><Chip tone="warn">{t`Later than it should be`}</Chip></p>}
      </div>
      <NumberField className={css.within} quietLabel label={t`Within how many days: ${name}`} value={withinDays} min={0} max={3650} unit={t`days`} placeholder="–" onChange={save} />
    </li>
  );
}
