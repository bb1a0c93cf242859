/** A note on the sheet: its text, what the book says about it, and its menus. */
import { useLingui } from "@lingui/react/macro";
import { Archive, ArrowDown, ArrowUp, Ellipsis, Link2, MoveRight, Pencil, Scale, Spline } from "lucide-react";
import { type CSSProperties, useRef, useState } from "react";
import type { Note } from "../../bindings/Note";
import { Button } from "../../components/controls/Button";
import { join } from "../../components/join";
import { type Deed, Menu } from "../../components/overlays/Menu";
import { useHueName } from "../../strings/hues";
import css from "./canvas.module.css";
import { FigureLine } from "./Figures";
import { ChangeMarks } from "./Changes";
import { NoteEditor } from "./NoteEditor";
import { SureMark } from "./Sure";
import type { SheetDeeds } from "./useSheet";
import { useCanvasWords } from "./words";

export interface NoteCardProps {
  note: Note;
  /** The one stop of the Tab key is here. */
  isCurrent: boolean;
  /** It belongs with the note one is on. */
  isLinked: boolean;
  isEdited: boolean;
  /** The pointer holds it. */
  isHeld: boolean;
  /** A note that is dragged would come to stand in front of this one. */
  isMarked: boolean;
  deeds: SheetDeeds;
}

export function NoteCard({ note, isCurrent, isLinked, isEdited, isHeld, isMarked, deeds }: NoteCardProps) {
  const { t } = useLingui();
  const hueName = useHueName();
  const { id, block, text, hue } = note;
  const spot = { block, note: id };
  const colour = { "--hue": hue ? `var(--hue-${hue})` : "var(--line-strong)" } as CSSProperties;
  return (
    <li data-note={id} className={join(css.note, isLinked && css.linked, isHeld && css.held, isMarked && css.marked)} style={colour}>
      {isEdited ? (
        <NoteEditor label={t`Text of the note`} keep={id} text={text} onSave={(to) => deeds.saveText(note, to)} onLeave={() => deeds.leave(spot)} />
      ) : (
        <>
          <div
            role="button"
            tabIndex={isCurrent ? 0 : -1}
            data-spot={id}
            className={css.noteFace}
            aria-describedby="canvas-keys"
            onFocus={() => deeds.goTo(spot)}
            onDoubleClick={() => deeds.edit(id)}
          >
            <bdi className={css.noteText}>{text}</bdi>
            {hue > 0 && <span className="unseen">{`, ${hueName(hue)}`}</span>}
            {isLinked && <span className="unseen">{t`, belongs with the note you were on`}</span>}
            <FigureLine note={note} />
            <SureMark note={note} />
            <ChangeMarks note={note} />
          </div>
          <NoteMenu note={note} deeds={deeds} />
        </>
      )}
    </li>
  );
}

function NoteMenu({ note, deeds }: { note: Note; deeds: SheetDeeds }) {
  const { t } = useLingui();
  const words = useCanvasWords();
  const [open, setOpen] = useState<"deeds" | "move" | null>(null);
  const turns = useRef(false);
  const shown = deeds.moving === note.id ? "move" : open;
  const { id, block } = note;
  const all: readonly Deed[] = [
    { id: "edit", label: t`Change the text`, icon: Pencil, keys: "enter", onDo: () => deeds.edit(id) },
    { id: "bind", label: t`Figures from…`, icon: Link2, keys: "b", onDo: () => deeds.bind(id) },
    { id: "judge", label: t`How sure are you?`, icon: Scale, keys: "e", onDo: () => deeds.judge(id) },
    { id: "link", label: t`What belongs with it…`, icon: Spline, keys: "l", onDo: () => deeds.link(id) },
    { id: "move", label: t`Move to…`, icon: MoveRight, keys: "m", onDo: () => { turns.current = true; } },
    { id: "up", label: t`Up`, icon: ArrowUp, keys: "alt+arrowup", onDo: () => deeds.step(id, -1) },
    { id: "down", label: t`Down`, icon: ArrowDown, keys: "alt+arrowdown", onDo: () => deeds.step(id, 1) },
    { id: "line", line: true },
    { id: "archive", label: t`Put away`, icon: Archive, keys: "delete", onDo: () => deeds.archive(note) },
  ];
  const blocks: readonly Deed[] = deeds.blocks
    .filter((plan) => plan.block !== block)
    .map((plan) => ({ id: plan.block, label: words.block(plan.block), onDo: () => deeds.move(id, { block: plan.block, before: null }) }));
  const onOpenChange = (isOpen: boolean) => {
    if (isOpen) setOpen("deeds");
    else if (turns.current) {
      turns.current = false;
      setOpen("move");
    } else {
      setOpen(null);
      deeds.endMoving();
    }
  };
  return (
    <Menu
      key={shown === "move" ? "move" : "deeds"}
      label={shown === "move" ? t`Move to` : t`What to do with the note`}
      deeds={shown === "move" ? blocks : all}
      isOpen={shown !== null}
      onOpenChange={onOpenChange}
    >
      <Button kind="quiet" size="s" icon={Ellipsis} aria-label={t`More`} className={css.more} excludeFromTabOrder />
    </Menu>
  );
}
