/** One person of the book, found while one types, or nobody. */
import { useLingui } from "@lingui/react/macro";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { NamedPerson } from "../bindings/NamedPerson";
import { ComboBox } from "../components/controls/ComboBox";
import { Avatar } from "../components/marks/Avatar";
import { core } from "../host/core";

const findPeople = (text: string) =>
  queryOptions({
    queryKey: ["people", "list", { text, limit: 8 }],
    queryFn: () => core.people.list({ text, limit: 8 }),
    meta: { topics: ["people"] },
    placeholderData: (before) => before,
  });

export interface PersonPickProps {
  label: string;
  person: NamedPerson | null;
  onChange: (person: NamedPerson | null) => void;
  hint?: string;
  autoFocus?: boolean;
}

export function PersonPick({ label, person, onChange, hint, autoFocus }: PersonPickProps) {
  const { t } = useLingui();
  const [text, setText] = useState(person?.name ?? "");
  const typed = text.trim();
  const found = useQuery(findPeople(person?.name === text ? "" : typed)).data?.items ?? [];
  const options = found.map((row) => ({ id: row.id, label: row.name, detail: row.organisation, mark: <Avatar name={row.name} parts={row} size={24} /> }));
  const own = person && options.every(({ id }) => id !== person.id) ? [{ id: person.id, label: person.name, detail: "", mark: <Avatar name={person.name} size={24} /> }] : [];
  return (
    <ComboBox
      label={label}
      options={[...own, ...options]}
      value={person?.id ?? null}
      onChange={(id) => {
        const row = found.find((one) => one.id === id);
        if (row) onChange({ id: row.id, name: row.name });
        if (row) setText(row.name);
      }}
      text={text}
      onText={(to) => {
        setText(to);
        // An emptied field means nobody; half a name means nobody yet.
        if (person && to !== person.name) onChange(null);
      }}
      empty={t`Nobody in the book has that name.`}
      placeholder={t`Type a part of the name`}
      {...(hint !== undefined && { hint })}
      {...(autoFocus && { autoFocus })}
    />
  );
}
