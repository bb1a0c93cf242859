/** The steps of a dossier: ticked off, put in order by keys or buttons, written where they stand. */
import { Trans, useLingui } from "@lingui/react/macro";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { Dossier } from "../../bindings/Dossier";
import type { DossierStep } from "../../bindings/DossierStep";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Checkbox } from "../../components/controls/Toggles";
import { dayOf, useNow } from "../../frame/clock";
import { useFormat } from "../../frame/format";
import { InPlace } from "../../frame/InPlace";
import { isolated } from "../../frame/isolated";
import { useMoveStep, useRemoveStep, useSaveStep } from "./dossierActions";
import css from "./feedback.module.css";

export function DossierSteps({ dossier }: { dossier: Dossier }) {
  const { t } = useLingui();
  const save = useSaveStep();
  const [text, setText] = useState("");
  const { id, title, steps } = dossier;
  const add = (event: FormEvent) => {
    event.preventDefault();
    const typed = text.trim();
    if (typed !== "" && !save.isPending) save.mutate({ dossier: id, text: typed }, { onSuccess: () => setText("") });
  };
  return (
    <div>
      <span className={css.label}><Trans>Steps</Trans></span>
      {steps.length > 0 && <ol className={css.parts} aria-label={t`Steps of ${title}`}>{steps.map((step, at) => <li key={step.id}><Step step={step} before={steps[at - 1]} after={steps[at + 1]} /></li>)}</ol>}
      <form className={css.addLine} onSubmit={add}>
        <TextField className={css.grow} aria-label={t`A step of ${title}`} placeholder={t`What comes next?`} value={text} onChange={setText} />
        <Button type="submit" size="s" icon={Plus} aria-label={t`Add the step`}><Trans>Add</Trans></Button>
      </form>
    </div>
  );
}

function Step({ step, before, after }: { step: DossierStep; before: DossierStep | undefined; after: DossierStep | undefined }) {
  const { t } = useLingui();
  const format = useFormat();
  const save = useSaveStep();
  const move = useMoveStep();
  const remove = useRemoveStep();
  const today = dayOf(useNow());
  const { id, text, doneOn } = step;
  const name = isolated(text);
  const done = doneOn === null ? "" : format.day(doneOn);
  return (
    <div className={css.part}>
      <Checkbox isSelected={doneOn !== null} onChange={(to) => save.mutate({ id, doneOn: to ? today : "" })} aria-label={t`Done: ${text}`} />
      <span className={css.partWords}><InPlace needed label={t`Step`} value={text} keep={["feedback", "step", id]} placeholder={t`What is to be done`} onSave={(to) => save.mutate({ id, text: to })} /></span>
      {done && <span className={css.label}>{done}</span>}
      <span className={css.partDeeds}>
        <Button size="s" kind="quiet" icon={ArrowUp} aria-label={t`Up: ${name}`} isDisabled={!before} onPress={() => before && move.mutate({ id, before: before.id })} />
        <Button size="s" kind="quiet" icon={ArrowDown} aria-label={t`Down: ${name}`} isDisabled={!after} onPress={() => after && move.mutate({ id, after: after.id })} />
        <Button size="s" kind="quiet" icon={X} aria-label={t`Remove: ${name}`} onPress={() => remove.mutate(step)} />
      </span>
    </div>
  );
}
