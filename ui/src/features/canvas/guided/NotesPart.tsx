/** The notes of the block that a question is about: a line that makes one with each Enter, and what stands there. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Archive, Link2, Plus } from "lucide-react";
import type { CSSProperties, KeyboardEvent } from "react";
import type { Canvas } from "../../../bindings/Canvas";
import { Button } from "../../../components/controls/Button";
import { TextField } from "../../../components/controls/TextField";
import { SectionHead } from "../../../components/layout/Heads";
import { isolated } from "../../../frame/isolated";
import { useKeptForm } from "../../../frame/kept";
import { useArchiveNote } from "../actions";
import { boundTo } from "../bindings";
import { FigureLine } from "../Figures";
import { inBlock } from "../notes";
import { SureMark } from "../Sure";
import { useCanvasWords } from "../words";
import css from "./guided.module.css";
import type { GuidedStep } from "./steps";

export interface NotesPartProps {
  canvas: Canvas;
  step: GuidedStep;
  /** Adds it and says how many the block has then. */
  onAdd: (text: string) => number;
  onBind: (note: string) => void;
  onSay: (text: string) => void;
}

export function NotesPart({ canvas, step, onAdd, onBind, onSay }: NotesPartProps) {
  const { t } = useLingui();
  const words = useCanvasWords();
  const putAway = useArchiveNote();
  const { block } = step;
  const name = words.block(block);
  const notes = inBlock(canvas.notes, block);
  // The same words that stand half typed in a new note on the sheet.
  const form = useKeptForm(["canvas", "note", `new-${block}`], { text: "" });
  const text = form.values.text.trim();
  const add = () => {
    if (text === "") return;
    form.forget();
    const count = onAdd(text);
    const said = isolated(text);
    onSay(t`Added “${said}” to ${name}, ${plural(count, { one: "one note", other: "# notes" })}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <section className={css.notesPart} aria-label={t`Notes on the sheet`}>
      <SectionHead title={t`Notes on the sheet`} note={name} count={notes.length > 0 ? notes.length : undefined} />
      <div className={css.adding}>
        {/* Around the field: its own listener would keep the page's keys from the page. */}
        <div className={css.newNote} onKeyDown={onKeyDown}>
          <TextField aria-label={t`A new note in ${name}`} value={form.values.text} onChange={(to) => form.set({ text: to })} placeholder={t`One thing a note; Enter adds it`} />
        </div>
        <Button icon={Plus} isDisabled={text === ""} keys="enter" onPress={add}>{t`Add as a note`}</Button>
      </div>
      {notes.length > 0 && (
        <ul className={css.notes}>
          {notes.map((note) => {
            const { id, hue, binding } = note;
            const said = isolated(note.text);
            return (
              <li key={id} className={css.note} style={{ "--hue": hue ? `var(--hue-${hue})` : "var(--line-strong)" } as CSSProperties}>
                <span className={css.noteWords}>
                  <bdi className={css.noteText}>{note.text}</bdi>
                  <FigureLine note={note} />
                  <SureMark note={note} />
                </span>
                {boundTo(canvas.blocks, block) && !binding && <Button kind="quiet" size="s" icon={Link2} aria-label={t`Bind “${said}” to the book`} onPress={() => onBind(id)}>{t`Bind`}</Button>}
                <Button kind="quiet" size="s" icon={Archive} aria-label={t`Put “${said}” away`} onPress={() => putAway.mutate(note)} />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
