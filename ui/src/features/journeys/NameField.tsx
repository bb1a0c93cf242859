/** The name of a step or a stage while it is written. Enter is done, Esc goes back; leaving keeps what says something. */
import { type KeyboardEvent, useRef, useState } from "react";
import { TextField } from "../../components/controls/TextField";

export interface NameFieldProps {
  label: string;
  name: string;
  placeholder: string;
  /** With a name that says something; `next` when Enter sent it and one may want to write another. */
  onSave: (name: string, next: boolean) => void;
  onLeave: () => void;
}

export function NameField({ label, name, placeholder, onSave, onLeave }: NameFieldProps) {
  const [text, setText] = useState(name);
  const closed = useRef(false);
  const done = (next: boolean) => {
    if (closed.current) return;
    closed.current = true;
    const typed = text.trim();
    if (typed === "" || typed === name) onLeave();
    else onSave(typed, next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (event.key === "Enter") done(true);
    else if (event.key === "Escape") {
      closed.current = true;
      onLeave();
    } else return;
    event.preventDefault();
  };
  return <TextField aria-label={label} value={text} onChange={setText} onKeyDown={onKeyDown} onBlur={() => done(false)} placeholder={placeholder} autoFocus />;
}
