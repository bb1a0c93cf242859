/** One task: a box to tick, what is to be done, for whom, about what, and by when. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Clock } from "lucide-react";
import type { ReactNode } from "react";
import { Button as Pressable } from "react-aria-components/Button";
import type { Task } from "../../bindings/Task";
import { Checkbox } from "../../components/controls/Toggles";
import { join } from "../../components/join";
import { Chip } from "../../components/marks/Chip";
import { useFormat } from "../../frame/format";
import { InPlace } from "../../frame/InPlace";
import { useAbout } from "./about";
import { useOutcome } from "./actions";
import { useDueWords } from "./dueWords";
import css from "./promises.module.css";

export interface TaskRowProps {
  task: Task;
  /** Today. */
  day: string;
  hidePerson: boolean;
  bare: boolean;
  onTick: () => void;
  onOpen: () => void;
}

export function TaskRow({ task, day, hidePerson, bare, onTick, onOpen }: TaskRowProps) {
  const { t } = useLingui();
  const { text, doneAt } = task;
  const isDone = doneAt !== null;
  return (
    <div className={join(css.row, bare && css.bare)}>
      <Checkbox isSelected={isDone} onChange={onTick} aria-label={isDone ? t`Done: ${text}` : t`To do: ${text}`} />
      <div className={css.words}>
        <Pressable className={join(css.text, isDone && css.done)} onPress={onOpen} aria-label={t`Change: ${text}`}><bdi>{text}</bdi></Pressable>
        <Below task={task} hidePerson={hidePerson} />
        {isDone && <Outcome task={task} />}
      </div>
      <End task={task} day={day} />
    </div>
  );
}

/** "Ana Ruiz · Mara does it · Canvas". */
function Below({ task, hidePerson }: { task: Task; hidePerson: boolean }) {
  const about = useAbout()(task.about);
  const { person, owner } = task;
  const parts: ReactNode[] = [];
  if (person && !hidePerson) parts.push(<Link key="person" to="/people/$personId" params={{ personId: person.id }} className={css.link}><bdi>{person.name}</bdi></Link>);
  if (task.promised && hidePerson) parts.push(<span key="promised"><Trans>promised</Trans></span>);
  if (owner) parts.push(<span key="owner"><Trans><bdi>{owner}</bdi> does it</Trans></span>);
  if (about) parts.push(<Link key="about" to={about.to as string} search={(about.search ?? {}) as never} className={css.link}>{about.label}</Link>);
  return parts.length > 0 && <div className={css.below}>{parts}</div>;
}

function Outcome({ task }: { task: Task }) {
  const { t } = useLingui();
  const note = useOutcome();
  return <InPlace label={t`What came of it`} value={task.outcome} keep={["task", task.id, "outcome"]} placeholder={t`What came of it?`} onSave={(outcome) => note.mutate({ id: task.id, outcome })} />;
}

function End({ task, day }: { task: Task; day: string }) {
  const format = useFormat();
  const dueWords = useDueWords();
  if (task.doneAt !== null) {
    const when = format.day(task.doneAt);
    return <span className={css.end}>{when}</span>;
  }
  if (task.due === null) return null;
  const { words, tone } = dueWords(task.due, day);
  return <span className={css.end}><Chip tone={tone} {...(tone === "danger" && { icon: Clock })}>{words}</Chip></span>;
}
