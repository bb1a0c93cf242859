/** The sheet: nine blocks in the usual places, or one below the other. One stop of the Tab key; the arrow keys walk inside. */
import { useLingui } from "@lingui/react/macro";
import { type CSSProperties, type KeyboardEvent, useEffect, useEffectEvent } from "react";
import type { Canvas } from "../../bindings/Canvas";
import { join } from "../../components/join";
import { useChoices } from "../../frame/choices";
import { BlockBox } from "./BlockBox";
import css from "./canvas.module.css";
import { LinkLines } from "./LinkLines";
import { inBlock } from "./notes";
import { useNoteDrag } from "./useNoteDrag";
import { focusSpot, type useSheet } from "./useSheet";
import { type Arrow, arrows, walk } from "./walk";

export interface SheetProps {
  canvas: Canvas;
  sheet: ReturnType<typeof useSheet>;
  outline: boolean;
}

/** Sheets that come with the program have two high rows and a low one. */
const USUAL_ROWS = 3;

export function Sheet({ canvas, sheet, outline }: SheetProps) {
  const { t } = useLingui();
  const { letterKeys } = useChoices();
  const { root, said, state, deeds, goTo } = sheet;
  const { spot } = state;
  const { blocks, notes } = canvas;
  const drag = useNoteDrag(deeds.move);
  const held = notes.find((note) => note.id === drag.held?.what);

  const arrive = useEffectEvent(() => {
    if (document.activeElement === document.body || document.activeElement?.closest("nav")) focusSpot(root.current, spot);
  });
  useEffect(() => arrive(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset["spot"] === undefined) return;
    if (event.ctrlKey || event.metaKey) return;
    if (answers(event.key, event.altKey)) event.preventDefault();
  };
  const rows = Math.max(...blocks.filter(({ aside }) => !aside).map(({ area }) => area.row + area.rows - 1));
  const note = notes.find((one) => one.id === spot.note);
  const answers = (key: string, alt: boolean): boolean => {
    if (alt) {
      if (!note || (key !== "ArrowUp" && key !== "ArrowDown")) return false;
      deeds.step(note.id, key === "ArrowUp" ? -1 : 1);
      return true;
    }
    if (arrows.includes(key)) {
      goTo(walk(blocks, notes, spot, key as Arrow, outline || isNarrow(root.current)));
      return true;
    }
    if (key === "Enter" || key === "F2") {
      if (note) deeds.edit(note.id);
      else deeds.add(spot);
      return true;
    }
    if (note && (key === "Delete" || key === "Backspace")) {
      deeds.archive(note);
      return true;
    }
    return letterKeys && answersLetter(key.toLowerCase());
  };
  const answersLetter = (key: string): boolean => {
    if (key === "n") deeds.add(spot);
    else if (key === "m" && note) deeds.openMoving(note.id);
    else if (key === "b" && note) deeds.bind(note.id);
    else if (key === "l" && note) deeds.link(note.id);
    else if (key === "e" && note) deeds.judge(note.id);
    else return false;
    return true;
  };
  return (
    <div className={css.sheetBox}>
      <p id="canvas-keys" hidden>{t`Arrow keys move. N new note, Enter change, M move to another block, Alt and arrow up or down reorder, B figures, L what belongs with it, E how sure you are, Delete put away.`}</p>
      <p className="unseen" role="status">{said}</p>
      <div
        ref={root}
        role="group"
        aria-label={t`The sheet`}
        aria-describedby="canvas-keys"
        className={join(css.sheet, rows !== USUAL_ROWS && css.even, outline && css.outline, drag.held && css.dragging)}
        style={{ "--rows": rows } as CSSProperties}
        onKeyDown={onKeyDown}
        onPointerDown={drag.onPointerDown}
      >
        {blocks.map((plan) => (
          <BlockBox
            key={plan.block}
            plan={plan}
            notes={inBlock(notes, plan.block)}
            state={state}
            over={drag.held?.over ?? null}
            heldId={drag.held?.what ?? null}
            deeds={deeds}
          />
        ))}
      </div>
      {!drag.held && !outline && <LinkLines canvas={canvas} from={spot.note} root={root} />}
      {held && drag.held && (
        <div
          className={css.ghost}
          style={{ transform: `translate(${drag.held.x + 8}px, ${drag.held.y + 8}px)`, "--hue": held.hue ? `var(--hue-${held.hue})` : "var(--line-strong)" } as CSSProperties}
          aria-hidden
        >
          {held.text}
        </div>
      )}
    </div>
  );
}

/** In a narrow window the style sheet puts the blocks below each other; then up and down walk through all of them. */
const isNarrow = (sheet: HTMLElement | null): boolean => sheet !== null && getComputedStyle(sheet).display !== "grid";
