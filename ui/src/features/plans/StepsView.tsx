/** Four steps that a team walks again and again, with owner and day; what the book can tell of each stands beside it. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ListChecks, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import type { WorkflowStep } from "../../bindings/WorkflowStep";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Checkbox } from "../../components/controls/Toggles";
import { join } from "../../components/join";
import { Card } from "../../components/layout/Card";
import { EmptyState, Notice, Progress } from "../../components/layout/States";
import { dayOf, useNow } from "../../frame/clock";
import { useFormat } from "../../frame/format";
import { DayInPlace } from "../../frame/DayInPlace";
import { InPlace } from "../../frame/InPlace";
import { useSentence } from "../../strings/sentences";
import { useBeginSteps, useRemoveStep, useSaveStep } from "./actions";
import css from "./plans.module.css";
import type { OnView } from "./PlansPage";
import { done as doneQuery, steps as stepsQuery } from "./queries";
import { type Purpose, purposeNames, purposeTexts } from "./words";

export function StepsView({ onView }: { onView: OnView }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const format = useFormat();
  const begin = useBeginSteps();
  const { data, error } = useQuery(stepsQuery);
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!data) return null;
  if (data.length === 0) {
    return (
      <EmptyState title={t`Four steps, again and again`} text={t`Map what customers live through, set goals for the relationship, write the rules of the personal touch, and close the loop. Each gets an owner and a day, and the book says how far you are.`}>
        <Button kind="primary" icon={ListChecks} isPending={begin.isPending} onPress={() => begin.mutate(undefined)}><Trans>Lay out the steps</Trans></Button>
      </EmptyState>
    );
  }
  const done = data.filter(({ doneAt }) => doneAt !== null).length;
  const [n, of] = [format.number(done), format.number(data.length)];
  return (
    <div className={css.view}>
      <Progress label={t`Steps done`} done={done} total={data.length} text={t`${n} of ${of} done`} />
      <ol className={css.steps}>{data.map((step, at) => <li key={step.id}><StepCard step={step} at={at + 1} onView={onView} /></li>)}</ol>
      <AddStep />
    </div>
  );
}

function StepCard({ step, at, onView }: { step: WorkflowStep; at: number; onView: OnView }) {
  const { t, i18n } = useLingui();
  const save = useSaveStep();
  const remove = useRemoveStep();
  const today = dayOf(useNow());
  const { id, purpose, doneAt, due } = step;
  const known = purpose in purposeNames ? (purpose as Purpose) : undefined;
  const title = step.title || (known ? i18n._(purposeNames[known]) : "");
  const change = (part: object) => save.mutate({ id, called: title, ...part });
  const isDone = doneAt !== null;
  const isLate = !isDone && due !== null && due < today;
  return (
    <Card className={css.step} label={title}>
      <Checkbox isSelected={isDone} onChange={(to) => change({ done: to })} aria-label={t`Done: ${title}`} />
      <div className={css.stepWords}>
        <h2 className={join(css.stepTitle, isDone && css.quiet)}>
          <span aria-hidden>{at}.</span>
          <InPlace needed label={t`Step ${at}`} value={title} keep={["plans", "step", id, "title"]} placeholder={t`What is to be done`} onSave={(to) => change({ title: to })} />
        </h2>
        {known && <p className={css.quiet}>{i18n._(purposeTexts[known])}</p>}
        <InPlace lines label={t`Here it means`} value={step.note} keep={["plans", "step", id, "note"]} placeholder={t`What does it mean here?`} onSave={(note) => change({ note })} />
        {known && <BookKnows purpose={known} onView={onView} />}
      </div>
      <div className={css.stepSide}>
        <span className={css.fact}>
          <span className={css.factName}><Trans>Answers for it</Trans></span>
          <InPlace label={t`Answers for it`} value={step.owner} keep={["plans", "step", id, "owner"]} placeholder={t`Nobody yet`} onSave={(owner) => change({ owner })} />
        </span>
        <DayInPlace label={isLate ? t`By (late)` : t`By`} value={due} onSave={(day) => change({ due: day ?? "" })} />
        <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove the step: ${title}`} onPress={() => remove.mutate(id)} />
      </div>
    </Card>
  );
}

/** How far the book says this step has come, and the way to where it is done. */
function BookKnows({ purpose, onView }: { purpose: Purpose; onView: OnView }) {
  const { t } = useLingui();
  const { data } = useQuery(doneQuery);
  if (!data) return null;
  const { maps, steps, strategies, learning, segments, rules, support } = data;
  const words = {
    map: t`In the book: ${plural(maps, { one: "# map", other: "# maps" })} with ${plural(steps, { one: "# step", other: "# steps" })}.`,
    goals: t`In the book: ${plural(strategies, { one: "# strategy", other: "# strategies" })}.`,
    rules: t`In the book: ${plural(segments, { one: "# segment", other: "# segments" })} and ${plural(rules, { one: "# rule of Today", other: "# rules of Today" })}.`,
    feedback: t`In the book: ${plural(support, { one: "# touchpoint of support", other: "# touchpoints of support" })}; ${plural(learning, { one: "# strategy says", other: "# strategies say" })} how it learns.`,
  }[purpose];
  return (
    <p className={css.knows}>
      <span>{words}</span>
      {purpose === "map" && <Link to="/journeys"><Trans>Journeys</Trans></Link>}
      {purpose === "goals" && <button type="button" className={css.link} onClick={() => onView("journal")}><Trans>Journal</Trans></button>}
      {purpose === "rules" && <><Link to="/segments"><Trans>Segments</Trans></Link> <Link to="/settings"><Trans>Rules of Today</Trans></Link></>}
      {purpose === "feedback" && <button type="button" className={css.link} onClick={() => onView("loop")}><Trans>Loyalty loop</Trans></button>}
    </p>
  );
}

function AddStep() {
  const { t } = useLingui();
  const save = useSaveStep();
  const [title, setTitle] = useState("");
  return (
    <form
      className={css.addLine}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = title.trim();
        if (typed !== "") save.mutate({ title: typed, called: typed }, { onSuccess: () => setTitle("") });
      }}
    >
      <TextField aria-label={t`A step of your own`} value={title} onChange={setTitle} placeholder={t`A step of your own`} />
      <Button type="submit" size="s" icon={Plus}><Trans>Add</Trans></Button>
    </form>
  );
}
