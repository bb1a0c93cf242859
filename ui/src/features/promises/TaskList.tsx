/** Tasks in rows: arrows walk, Space ticks, Enter changes, Delete removes. When a row goes, the focus takes the one in its place. */
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Task } from "../../bindings/Task";
import { listKeys } from "../../components/lists/listKeys";
import { Card } from "../../components/layout/Card";
import { dayOf, useNow } from "../../frame/clock";
import { useRemoveTask, useTick } from "./actions";
import css from "./promises.module.css";
import { type Opened, TaskDialog } from "./TaskDialog";
import { TaskRow } from "./TaskRow";

export interface TaskListProps {
  label: string;
  tasks: readonly Task[];
  /** On a person's own page their name says nothing. */
  hidePerson?: boolean;
  /** In a narrow place: no sheet of its own. */
  bare?: boolean;
}

export function TaskList({ label, tasks, hidePerson = false, bare = false }: TaskListProps) {
  const day = dayOf(useNow());
  const tick = useTick();
  const remove = useRemoveTask();
  const [opened, setOpened] = useState<Opened | null>(null);
  const box = useRef<HTMLUListElement>(null);
  /** Where the focus was when its row was ticked or removed. */
  const left = useRef<number | null>(null);
  const boxes = () => [...(box.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
  useEffect(() => {
    if (left.current === null) return;
    const all = boxes();
    if (document.activeElement === document.body) all[Math.min(left.current, all.length - 1)]?.focus();
    left.current = null;
  }, [tasks]);

  const rowAt = (target: EventTarget) => [...(box.current?.children ?? [])].findIndex((row) => row.contains(target as Node));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || opened !== null) return;
    const at = rowAt(event.target);
    const task = tasks[at];
    const isBox = event.target instanceof HTMLInputElement;
    if (task === undefined) return;
    if (event.key === "Delete") {
      left.current = at;
      remove.mutate(task);
    } else if (event.key === "Enter" && isBox) setOpened({ task });
    else {
      const to = listKeys(event.key, at, tasks.length, 8);
      if (to === null) return;
      boxes()[to]?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const rows = (
    <ul ref={box} className={css.list} aria-label={label} onKeyDownCapture={onKeyDown}>
      {tasks.map((task, at) => (
        <li key={task.id} className={css.item}>
          <TaskRow
            task={task}
            day={day}
            hidePerson={hidePerson}
            bare={bare}
            onTick={() => {
              left.current = at;
              tick.mutate(task);
            }}
            onOpen={() => setOpened({ task })}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {bare ? rows : <Card rows className={css.card}>{rows}</Card>}
      <TaskDialog opened={opened} onClose={() => setOpened(null)} />
    </>
  );
}
