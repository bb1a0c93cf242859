/** A note for the sheet that begins with words from elsewhere. It goes into the first of the wanted blocks that the sheet has. */
import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useState } from "react";
import type { Block } from "../../bindings/Block";
import type { Canvas } from "../../bindings/Canvas";
import { Button } from "../../components/controls/Button";
import { TextArea } from "../../components/controls/TextArea";
import { toasts } from "../../components/overlays/toasts";
import { useAddNote } from "./actions";
import css from "./different.module.css";
import { useCanvasWords } from "./words";

export interface NoteFromProps {
  canvas: Canvas;
  blocks: readonly Block[];
  text: string;
  onClose: () => void;
}

export function NoteFrom({ canvas, blocks, text: begin, onClose }: NoteFromProps) {
  const { t } = useLingui();
  const words = useCanvasWords();
  const add = useAddNote();
  const [text, setText] = useState(begin);
  const block = blocks.find((one) => canvas.blocks.some((plan) => plan.block === one)) ?? canvas.blocks[0]?.block;
  if (block === undefined) return null;
  const name = words.block(block);
  const save = () => {
    if (text.trim() === "") return;
    add({ canvas: canvas.id, block, text: text.trim() });
    toasts.say(t`Written into ${name}`);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) save();
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={css.writing}>
      <TextArea label={t`Note for ${name}`} value={text} onChange={setText} onKeyDown={onKeyDown} rows={2} autoFocus />
      <div className={css.deeds}>
        <Button size="s" onPress={save}>{t`Put it on the sheet`}</Button>
        <Button size="s" kind="quiet" onPress={onClose}>{t`Leave it`}</Button>
      </div>
    </div>
  );
}
