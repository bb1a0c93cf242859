/** Adding a task from anywhere, or changing one. What was typed survives Esc. */
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useRef, useState } from "react";
import type { Task } from "../../bindings/Task";
import { Button } from "../../components/controls/Button";
import { Notice } from "../../components/layout/States";
import { Dialog } from "../../components/overlays/Dialog";
import { dayOf, useNow } from "../../frame/clock";
import { useKeptForm } from "../../frame/kept";
import { useSentence } from "../../strings/sentences";
import { useAddTask, useEditTask } from "./actions";
import css from "./promises.module.css";
import { TaskFields } from "./TaskFields";
import { type Beginning, blankTask, editTask, newTask, valuesOf } from "./taskForm";

/** Either one that is there, or how a new one begins. */
export type Opened = { task: Task } | { begin: Beginning & { about?: string | undefined } };

const FORM = "task";

export function TaskDialog({ opened, onClose }: { opened: Opened | null; onClose: () => void }) {
  const { t } = useLingui();
  const isNew = opened !== null && "begin" in opened;
  return (
    <Dialog
      title={isNew ? t`Add a task` : t`Change the task`}
      isOpen={opened !== null}
      onClose={onClose}
      closeLabel={t`Close`}
      footer={<Button kind="primary" type="submit" form={FORM} keys="enter">{isNew ? t`Add it` : t`Save`}</Button>}
    >
      {opened && <Form opened={opened} onClose={onClose} />}
    </Dialog>
  );
}

function Form({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const sentence = useSentence();
  const add = useAddTask();
  const edit = useEditTask();
  const today = dayOf(useNow());
  const [initial] = useState(() => ("task" in opened ? valuesOf(opened.task, today) : blankTask(opened.begin, today)));
  const key = "task" in opened ? opened.task.id : `${opened.begin.about ?? ""} ${opened.begin.person?.id ?? ""}`;
  const { values, set, forget } = useKeptForm(["promises", "task", key], initial);
  const [tried, setTried] = useState(false);
  const text = useRef<HTMLInputElement>(null);
  const isEmpty = values.text.trim() === "";
  const failure = add.error ?? edit.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isEmpty) return text.current?.focus();
    if (add.isPending || edit.isPending) return;
    const onSuccess = () => {
      forget();
      onClose();
    };
    if ("task" in opened) edit.mutate(editTask(opened.task.id, values, today), { onSuccess });
    else add.mutate(newTask(values, today, opened.begin.about), { onSuccess });
  };
  return (
    <form id={FORM} className={css.form} onSubmit={submit}>
      {failure && <Notice tone="danger">{sentence(failure)}</Notice>}
      <TaskFields values={values} set={set} isEmpty={tried && isEmpty} textRef={text} />
    </form>
  );
}
