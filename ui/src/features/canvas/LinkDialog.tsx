/** Links a note with others of its sheet, and takes links away. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Canvas } from "../../bindings/Canvas";
import type { Note } from "../../bindings/Note";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Checkbox } from "../../components/controls/Toggles";
import { Dialog } from "../../components/overlays/Dialog";
import { useLink } from "./actions";
import { linkedWith } from "./notes";
import css from "./links.module.css";
import { useCanvasWords } from "./words";

export function LinkDialog({ canvas, note, onClose }: { canvas: Canvas; note: Note; onClose: () => void }) {
  const { t } = useLingui();
  const words = useCanvasWords();
  const link = useLink();
  const [text, setText] = useState("");
  const linked = linkedWith(canvas, note.id);
  const fits = (one: Note) => one.id !== note.id && one.text.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase());
  const groups = canvas.blocks.map(({ block }) => ({ block, notes: canvas.notes.filter((one) => one.block === block && fits(one)) })).filter(({ notes }) => notes.length > 0);
  return (
    <Dialog title={t`What belongs with it?`} isOpen onClose={onClose} closeLabel={t`Close`} footer={<Button kind="primary" onPress={onClose}>{t`Done`}</Button>}>
      <p className={css.note}><bdi>{note.text}</bdi></p>
      <TextField aria-label={t`Find a note`} placeholder={t`Find a note`} value={text} onChange={setText} autoFocus />
      {groups.length === 0 && <p className={css.none}>{t`No other note says that.`}</p>}
      {groups.map(({ block, notes }) => (
        <section key={block} className={css.group} aria-label={words.block(block)}>
          <h3 className={css.block}>{words.block(block)}</h3>
          {notes.map((one) => (
            <Checkbox key={one.id} isSelected={linked.some(({ id }) => id === one.id)} onChange={(on) => link.mutate({ a: note.id, b: one.id, on })}><bdi>{one.text}</bdi></Checkbox>
          ))}
        </section>
      ))}
    </Dialog>
  );
}
