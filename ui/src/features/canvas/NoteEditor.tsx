/** The text of a note while it is written. Enter is done, Esc goes back; what was typed and not saved is there the next time. */
import { useLingui } from "@lingui/react/macro";
import type { KeyboardEvent } from "react";
import { TextArea } from "../../components/controls/TextArea";
import { useKeptForm } from "../../frame/kept";
import css from "./canvas.module.css";

export interface NoteEditorProps {
  label: string;
  /** Which note, or for which block a new one. */
  keep: string;
  text: string;
  placeholder?: string;
  /** With the text, which says something; `next` when Enter sent it and one may want to write another. */
  onSave: (text: string, next: boolean) => void;
  onLeave: () => void;
}

export function NoteEditor({ label, keep, text, placeholder, onSave, onLeave }: NoteEditorProps) {
  const { t } = useLingui();
  const form = useKeptForm(["canvas", "note", keep], { text });
  const typed = form.values.text.trim();
  const done = (next: boolean) => {
    form.forget();
    if (typed === "" || typed === text.trim()) onLeave();
    else onSave(typed, next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (event.key === "Enter" && !event.shiftKey) done(true);
    else if (event.key === "Escape") onLeave();
    else return;
    event.preventDefault();
  };
  return (
    <TextArea
      aria-label={label}
      className={css.editor}
      value={form.values.text}
      onChange={(to) => form.set({ text: to })}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => target instanceof HTMLTextAreaElement && target.setSelectionRange(target.value.length, target.value.length)}
      onBlur={() => done(false)}
      placeholder={placeholder ?? t`What it says`}
      rows={2}
      autoFocus
    />
  );
}
