/** Who took part: names as chips, and a field that finds people while one types. Enter takes the first that fits. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { type KeyboardEvent, type Ref, useState } from "react";
import type { NamedPerson } from "../../bindings/NamedPerson";
import { Button } from "../../components/controls/Button";
import { ComboBox } from "../../components/controls/ComboBox";
import { Avatar } from "../../components/marks/Avatar";
import { Chip } from "../../components/marks/Chip";
import { useAddByName } from "./actions";
import { findPeople } from "./queries";
import css from "./touchpoints.module.css";

export interface WhoPickProps {
  people: readonly NamedPerson[];
  onChange: (people: readonly NamedPerson[]) => void;
  /** Somebody was chosen: the next field may have the focus. */
  onDone: () => void;
  inputRef: Ref<HTMLInputElement>;
}

/** The option that puts the typed name into the book. */
const NEW = "new";

export function WhoPick({ people, onChange, onDone, inputRef }: WhoPickProps) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const [adding, setAdding] = useState(people.length === 0);
  const found = useQuery(findPeople(text.trim()));
  const add = useAddByName();
  const typed = text.trim();
  const fits = (found.data?.items ?? []).filter((row) => people.every((one) => one.id !== row.id));
  const options = fits.map((row) => ({
    id: row.id, label: row.name, detail: [row.title, row.organisation].filter(Boolean).join(" · "), mark: <Avatar name={row.name} parts={row} size={24} />,
  }));
  const isNew = typed !== "" && !fits.some((row) => row.name === typed);
  const all = isNew ? [...options, { id: NEW, label: t`Put “${typed}” into the book`, detail: "", mark: <UserPlus size={16} strokeWidth={1.75} aria-hidden /> }] : options;

  const take = (person: NamedPerson) => {
    setText("");
    setAdding(false);
    onChange([...people, { id: person.id, name: person.name }]);
    onDone();
  };
  const choose = (id: string | null) => {
    if (id === NEW) return add.mutate(typed, { onSuccess: ({ row }) => take(row) });
    const row = fits.find((one) => one.id === id);
    if (row) take(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const field = event.target as HTMLElement;
    const first = all[0];
    // With a row of the list marked, Enter is the list's.
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || field.tagName !== "INPUT" || field.getAttribute("aria-activedescendant")) return;
    if (typed === "" || first === undefined || found.isPlaceholderData) return;
    event.preventDefault();
    event.stopPropagation();
    choose(first.id);
  };
  return (
    <div className={css.who} onKeyDownCapture={onKeyDown} role="presentation">
      {people.length > 0 && (
        <div className={css.people}>
          {people.map((person) => {
            const { id, name } = person;
            return (
              <Chip key={id} tone="accent" onRemove={() => { onChange(people.filter((one) => one.id !== id)); setAdding(true); }} removeLabel={t`Without ${name}`}>
                <bdi title={name}>{name}</bdi>
              </Chip>
            );
          })}
          {!adding && <Button kind="quiet" size="s" icon={UserPlus} onPress={() => setAdding(true)}><Trans>and somebody else</Trans></Button>}
        </div>
      )}
      {adding && (
        <ComboBox
          label={t`Who`}
          quietLabel={people.length > 0}
          options={all}
          value={null}
          onChange={choose}
          text={text}
          onText={setText}
          empty={t`Nobody is in the book yet. Type a name to put somebody into it.`}
          placeholder={t`Type a part of the name`}
          autoFocus
          inputRef={inputRef}
        />
      )}
    </div>
  );
}
