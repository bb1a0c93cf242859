/** The step of a track that is due: what they get, done by logging it, or skipped. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { NamedPerson } from "../../bindings/NamedPerson";
import type { TrackDue } from "../../bindings/TrackDue";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { DoStep } from "../../frame/DoStep";
import { useSkipStep } from "../../frame/trackSteps";
import css from "./today.module.css";

export function StepDue({ step, person }: { step: TrackDue; person: NamedPerson }) {
  const { t } = useLingui();
  const skip = useSkipStep();
  const [does, setDoes] = useState(false);
  const { name, place, of, what } = step;
  return (
    <section>
      <SectionHead title={t`The step that is due`} note={t`${name}, ${place} of ${of}`} />
      <p className={css.note} dir="auto">{what}</p>
      <div className={css.stepDeeds}>
        <Button size="s" onPress={() => setDoes(true)}>{t`Done`}</Button>
        <Button kind="quiet" size="s" onPress={() => skip.mutate({ step: step.step, person: person.id, name: person.name })}>{t`Skip`}</Button>
      </div>
      {does && <DoStep step={step.step} what={what} channel={step.channel} person={person} onClose={() => setDoes(false)} />}
    </section>
  );
}
