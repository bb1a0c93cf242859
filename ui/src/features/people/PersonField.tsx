/** Somebody who is in the book, found while one types, or any name. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { ComboBox } from "../../components/controls/ComboBox";
import { Avatar } from "../../components/marks/Avatar";
import { findPeople } from "./queries";

export interface PersonFieldProps {
  label: string;
  person: string | null;
  text: string;
  /** Nobody is tied to themselves. */
  not: string;
  onChange: (person: string | null, text: string) => void;
}

export function PersonField({ label, person, text, not, onChange }: PersonFieldProps) {
  const { t } = useLingui();
  const found = useQuery(findPeople(text.trim())).data?.items.filter((row) => row.id !== not) ?? [];
  const options = found.map((row) => ({ id: row.id, label: row.name, detail: row.organisation, mark: <Avatar name={row.name} parts={row} size={24} /> }));
  const choose = (id: string | null) => {
    const row = found.find((one) => one.id === id);
    if (row) onChange(row.id, row.name);
  };
  return (
    <ComboBox
      label={label}
      options={options}
      value={person}
      onChange={choose}
      text={text}
      onText={(to) => to !== text && onChange(null, to)}
      empty={t`Not in the book: the name alone is kept`}
      free
      autoFocus
    />
  );
}
