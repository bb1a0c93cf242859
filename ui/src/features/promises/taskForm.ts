/** What the form of a task holds, and what it makes of it. */
import type { EditTask } from "../../bindings/EditTask";
import type { NamedPerson } from "../../bindings/NamedPerson";
import type { NewTask } from "../../bindings/NewTask";
import type { Task } from "../../bindings/Task";
import { dayAfter } from "../../frame/clock";

export type When = "none" | "today" | "tomorrow" | "week" | "other";

export interface TaskValues {
  text: string;
  when: When;
  /** With `when` "other". */
  day: string;
  person: NamedPerson | null;
  promised: boolean;
  owner: string;
}

export interface Beginning {
  text?: string | undefined;
  due?: string | undefined;
  person?: NamedPerson | undefined;
}

export const blankTask = ({ text = "", due, person }: Beginning, today: string): TaskValues => ({
  text, ...whenOf(due ?? null, today), person: person ?? null, promised: false, owner: "",
});

export const valuesOf = (task: Task, today: string): TaskValues => ({
  text: task.text, ...whenOf(task.due, today), person: task.person, promised: task.promised, owner: task.owner,
});

function whenOf(due: string | null, today: string): Pick<TaskValues, "when" | "day"> {
  if (due === null) return { when: "none", day: dayAfter(today, 2) };
  const near: Record<string, When> = { [today]: "today", [dayAfter(today, 1)]: "tomorrow", [dayAfter(today, 7)]: "week" };
  return { when: near[due] ?? "other", day: due };
}

/** The day, or an empty text for none. */
export function dueOf({ when, day }: TaskValues, today: string): string {
  switch (when) {
    case "none": return "";
    case "today": return today;
    case "tomorrow": return dayAfter(today, 1);
    case "week": return dayAfter(today, 7);
    case "other": return day;
  }
}

export function newTask(values: TaskValues, today: string, about: string | undefined): NewTask {
  const { text, person, promised, owner } = values;
  const due = dueOf(values, today);
  return {
    text: text.trim(), ...(due && { due }), ...(person && { person: person.id, promised }), ...(owner.trim() && { owner: owner.trim() }), ...(about && { about }),
  };
}

export function editTask(id: string, values: TaskValues, today: string): EditTask {
  const { text, person, promised, owner } = values;
  return { id, text: text.trim(), due: dueOf(values, today), owner: owner.trim(), ...(person ? { person: person.id, promised } : { nobody: true }) };
}
