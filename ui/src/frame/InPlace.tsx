/** A text that is changed where it stands. Enter or leaving saves; Esc goes back and keeps what was typed beside it, unsaved. */
import { Trans } from "@lingui/react/macro";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { Button as Pressable } from "react-aria-components/Button";
import { Button } from "../components/controls/Button";
import { TextArea } from "../components/controls/TextArea";
import { TextField } from "../components/controls/TextField";
import { join } from "../components/join";
import { useKeptForm } from "./kept";
import css from "./inPlace.module.css";

export interface InPlaceProps {
  /** What it is, for its field and its button. */
  label: string;
  value: string;
  onSave: (text: string) => void;
  /** Names what is typed and not saved: whose it is, and which. */
  keep: readonly string[];
  /** Stands where there is nothing yet. */
  placeholder: string;
  /** Several lines, in the serif of what people say to each other. */
  letter?: boolean;
  /** Several lines, in the page's own type. */
  lines?: boolean;
  /** May not become empty. */
  needed?: boolean;
  /** How it is shown, when it is not the text itself. */
  children?: ReactNode;
}

export function InPlace({ label, value, onSave, keep, placeholder, letter = false, lines = false, needed, children }: InPlaceProps) {
  const form = useKeptForm(["people", "inPlace", ...keep], { text: value });
  const [isOpen, setOpen] = useState(false);
  const { text } = form.values;
  const close = () => setOpen(false);
  const save = () => {
    const typed = text.trim();
    close();
    form.forget();
    if (typed !== value.trim() && !(needed && typed === "")) onSave(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const sends = event.key === "Enter" && (!(letter || lines) || event.ctrlKey || event.metaKey);
    if (sends) save();
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (isOpen) {
    const field = { "aria-label": label, value: text, onChange: (to: string) => form.set({ text: to }), autoFocus: true, onKeyDown, onBlur: save, placeholder };
    return letter || lines ? <TextArea {...field} letter={letter} rows={letter ? 4 : 3} /> : <TextField {...field} />;
  }
  const unsaved = form.touched && text.trim() !== value.trim();
  return (
    <>
      <Pressable className={letter ? css.letter : join(css.inPlace, lines && css.lines)} onPress={() => setOpen(true)} aria-label={`${label}: ${value || placeholder}`}>
        {value ? (children ?? <bdi>{value}</bdi>) : <span className={css.quiet}>{placeholder}</span>}
      </Pressable>
      {unsaved && (
        <span className={css.unsaved}>
          <span><Trans>Not saved: “<bdi>{text}</bdi>”</Trans></span>
          <Button kind="quiet" size="s" onPress={save}><Trans>Save</Trans></Button>
          <Button kind="quiet" size="s" onPress={form.forget}><Trans>Drop</Trans></Button>
        </span>
      )}
    </>
  );
}
