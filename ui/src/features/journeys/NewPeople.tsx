/** People who are new, the longest silence first: one opens them, writes to them, or sets down what is to be done. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { ListPlus, PenLine } from "lucide-react";
import type { KeyboardEvent } from "react";
import { GridList, GridListItem } from "react-aria-components/GridList";
import type { JourneyMap } from "../../bindings/JourneyMap";
import type { NamedPerson } from "../../bindings/NamedPerson";
import type { OnboardingCheck } from "../../bindings/OnboardingCheck";
import type { OnboardingPerson } from "../../bindings/OnboardingPerson";
import type { StartedBy } from "../../bindings/StartedBy";
import { Button } from "../../components/controls/Button";
import { Avatar } from "../../components/marks/Avatar";
import { doAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import css from "./onboarding.module.css";

export function NewPeople({ label, map, check }: { label: string; map: JourneyMap; check: OnboardingCheck }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const letter = ({ id, name }: NamedPerson) => doAction("drafts.new", { person: { id, name } });
  const task = ({ id, name }: NamedPerson) => doAction("promises.add", { person: { id, name }, text: t`Look in on ${name}: is everything clear?`, about: `journey:${map.id}` });
  const open = (id: string) => void navigate({ to: "/people/$personId", params: { personId: id } });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
    const key = event.target.closest("[data-key]")?.getAttribute("data-key");
    const person = check.rows.find((row) => row.person.id === key)?.person;
    const deed = { d: letter, t: task }[event.key];
    if (!person || !deed) return;
    event.preventDefault();
    event.stopPropagation();
    deed(person);
  };
  return (
    <div onKeyDownCapture={onKeyDown}>
      <GridList className={css.people} aria-label={label} onAction={(id) => open(String(id))}>
        {check.rows.map((row) => <Person key={row.person.id} row={row} onLetter={letter} onTask={task} />)}
      </GridList>
      <p className={css.keys}><Trans><kbd>Enter</kbd> opens, <kbd>D</kbd> starts a letter, <kbd>T</kbd> adds a task</Trans></p>
    </div>
  );
}

interface PersonProps {
  row: OnboardingPerson;
  onLetter: (person: NamedPerson) => void;
  onTask: (person: NamedPerson) => void;
}

function Person({ row, onLetter, onTask }: PersonProps) {
  const { t } = useLingui();
  const format = useFormat();
  const started = useStarted();
  const { person, start, by, touches, silentDays, longestDays, word } = row;
  const { id, name, organisation } = person;
  const called = isolated(name);
  const silence = t`${plural(silentDays, { one: "silent for # day", other: "silent for # days" })}`;
  const longest = t`${plural(longestDays, { one: "# day", other: "# days" })}`;
  return (
    <GridListItem id={id} textValue={`${name}, ${silence}`} className={css.person}>
      <div className={css.row}>
        <Avatar name={name} parts={person} size={32} />
        <div className={css.words}>
          <p className={css.who}><bdi className={css.name}>{name}</bdi>{organisation && <span className={css.org}> · <bdi>{organisation}</bdi></span>}</p>
          <p className={css.facts}>
            {started(by, format.day(start))}
            {touches > 0 && longestDays > silentDays && <span> · {t`${longest} at the longest`}</span>}
            {word && <span className={css.word}> · {t`said “${word}”`}</span>}
          </p>
        </div>
        <p className={css.silence}>{silence}{touches === 0 && <span className={css.never}>{t`nothing since the start`}</span>}</p>
        <Button kind="quiet" icon={PenLine} aria-label={t`Start a letter to ${called}`} onPress={() => onLetter(person)} />
        <Button kind="quiet" icon={ListPlus} aria-label={t`Add a task for ${called}`} onPress={() => onTask(person)} />
      </div>
    </GridListItem>
  );
}

/** "New since 3 November (first purchase)". */
function useStarted(): (by: StartedBy, day: string) => string {
  const { t } = useLingui();
  return (by, day) => {
    switch (by) {
      case "purchase":
        return t`bought first on ${day}`;
      case "since":
        return t`a customer since ${day}`;
      case "touchpoint":
        return t`onboarding since ${day}`;
      case "book":
        return t`in the book since ${day}`;
    }
  };
}
