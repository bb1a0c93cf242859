/** A day that is changed where it stands: picked in the calendar it is saved at once, typed when the field is left, so that a year typed digit by digit is one step. */
import { useRef, useState } from "react";
import { DateField } from "../components/controls/DateField";

export interface DayInPlaceProps {
  label: string;
  /** `YYYY-MM-DD`; nothing where there is none. */
  value: string | null;
  /** Is given nothing when the day was taken out. */
  onSave: (day: string | null) => void;
  /** May not become empty. */
  needed?: boolean;
}

/** A year of fewer digits is still being typed. */
const isMeant = (day: string | null) => day === null || day >= "2000";

export function DayInPlace({ label, value, onSave, needed = false }: DayInPlaceProps) {
  // What is typed holds only over the day that it was typed over: an undo shows through.
  const [typed, setTyped] = useState<{ day: string | null; over: string | null } | null>(null);
  const picks = useRef(false);
  const shown = typed?.over === value ? typed.day : value;
  const save = (day: string | null) => {
    const may = isMeant(day) && !(needed && day === null);
    setTyped(may ? { day, over: value } : null);
    if (may && day !== value) onSave(day);
  };
  return (
    <DateField
      label={label}
      value={shown}
      onChange={(day) => (picks.current ? save(day) : setTyped({ day, over: value }))}
      onPicking={(on) => { picks.current = on; }}
      onLeave={() => save(shown)}
    />
  );
}
