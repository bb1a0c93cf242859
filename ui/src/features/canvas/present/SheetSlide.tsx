/** The whole sheet at the end of a presentation, with letters as large as all of it allows. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useLayoutEffect, useRef, useState } from "react";
import type { Canvas } from "../../../bindings/Canvas";
import { join } from "../../../components/join";
import { Licence } from "../Licence";
import { inBlock } from "../notes";
import { useCanvasWords } from "../words";
import { rowsOf } from "./fit";
import css from "./present.module.css";
import { SlideNote } from "./SlideNote";

interface Layout {
  size: number;
  /** Only what notes say: their figures stood on the slides before. */
  bare: boolean;
  /** The last resort: blocks keep their size and show as many notes as they can; the others are counted. */
  counted: boolean;
}

const largest: Layout = { size: 20, bare: false, counted: false };
/** In this order: smaller, without figures, smaller still, and at last only the first ones of a block. */
const ladder: readonly Layout[] = [
  ...[20, 18, 16, 15, 14, 13, 12].map((size) => ({ size, bare: false, counted: false })),
  ...[13, 12, 11, 10, 9].map((size) => ({ size, bare: true, counted: false })),
  { size: 10, bare: true, counted: true },
];

interface Fit {
  rung: number;
  fits: boolean;
  /** How many notes of each block are shown where not all are. */
  most: readonly number[];
}
const begin: Fit = { rung: 0, fits: false, most: [] };

export function SheetSlide({ canvas }: { canvas: Canvas }) {
  const { t } = useLingui();
  const words = useCanvasWords();
  const { blocks, notes } = canvas;
  const sheet = blocks.filter(({ aside }) => !aside);
  const grid = useRef<HTMLDivElement>(null);
  const [{ rung, fits, most }, setFit] = useState(begin);
  const { size, bare, counted } = ladder[rung] ?? largest;
  useLayoutEffect(() => {
    const stage = grid.current;
    if (!stage || fits) return;
    if (counted) setFit({ rung, fits: true, most: [...stage.children].map(roomIn) });
    else setFit({ ...begin, ...(stage.scrollHeight > stage.clientHeight || stage.scrollWidth > stage.clientWidth ? { rung: rung + 1 } : { rung, fits: true }) });
  }, [rung, fits, counted]);
  useLayoutEffect(() => {
    const again = () => setFit(begin);
    const watch = new ResizeObserver(again);
    // Not the grid itself: what is tried out on it must not begin it all anew.
    if (grid.current?.parentElement) watch.observe(grid.current.parentElement);
    document.fonts?.addEventListener("loadingdone", again);
    return () => {
      watch.disconnect();
      document.fonts?.removeEventListener("loadingdone", again);
    };
  }, [notes]);
  return (
    <div className={css.whole}>
      <div ref={grid} className={join(css.grid, counted && css.counted)} style={{ fontSize: size, gridTemplateRows: rowsOf(sheet, counted) }}>
        {sheet.map(({ block, area }, n) => {
          const own = inBlock(notes, block);
          const shown = counted && fits ? (most[n] ?? 0) : own.length;
          const left = own.length - shown;
          return (
            <section
              key={block}
              className={css.box}
              aria-labelledby={`shown-${block}`}
              style={{ gridColumn: `${area.column} / span ${area.columns}`, gridRow: `${area.row} / span ${area.rows}` }}
            >
              <h2 id={`shown-${block}`} className={css.boxName}>{words.block(block)}</h2>
              {own.length > 0 && <ul className={css.boxNotes}>{own.slice(0, shown).map((note) => <SlideNote key={note.id} note={note} bare={bare} />)}</ul>}
              {left > 0 && <p className={css.more}>{t`${plural(left, { one: "and one more", other: "and # more" })}`}</p>}
            </section>
          );
        })}
      </div>
      <Licence kind={canvas.kind} />
    </div>
  );
}

/** How many notes stand whole in a block, with room below them for the line that counts the others. */
function roomIn(box: Element): number {
  const { bottom } = box.getBoundingClientRect();
  const line = 2.2 * Number.parseFloat(getComputedStyle(box).fontSize);
  const ends = [...box.querySelectorAll("li")].map((note) => note.getBoundingClientRect().bottom);
  const whole = (room: number) => ends.filter((end) => end <= room).length;
  return whole(bottom - line / 4) === ends.length ? ends.length : whole(bottom - line);
}
