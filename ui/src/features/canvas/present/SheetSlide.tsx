/** The whole sheet at the end of a presentation, with letters as large as all of it allows. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useLayoutEffect, useRef, useState } from "react";
import type { Canvas } from "../../../bindings/Canvas";
import { inBlock } from "../notes";
import { useCanvasWords } from "../words";
import { rowsOf } from "./fit";
import css from "./present.module.css";
import { SlideNote } from "./SlideNote";

interface Layout {
  size: number;
  /** Only what notes say: their figures stood on the slides before. */
  bare: boolean;
  /** So many notes of a block at most; the others are counted. */
  most: number;
}

const ALL = Number.MAX_SAFE_INTEGER;
const largest: Layout = { size: 20, bare: false, most: ALL };
/** In this order: smaller, without figures, smaller still, and at last only the first ones of a block. */
const ladder: readonly Layout[] = [
  ...[20, 18, 16, 15, 14, 13, 12].map((size) => ({ size, bare: false, most: ALL })),
  ...[13, 12, 11, 10, 9].map((size) => ({ size, bare: true, most: ALL })),
  ...[40, 30, 24, 20, 17, 14, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1].map((most) => ({ size: 10, bare: true, most })),
];

export function SheetSlide({ canvas }: { canvas: Canvas }) {
  const { t } = useLingui();
  const words = useCanvasWords();
  const { blocks, notes } = canvas;
  const sheet = blocks.filter(({ aside }) => !aside);
  const grid = useRef<HTMLDivElement>(null);
  // The rung one is on, and the size of the stage for which it was looked for.
  const [{ rung, fits }, setRung] = useState({ rung: 0, fits: false });
  const { size, bare, most } = ladder[rung] ?? largest;
  useLayoutEffect(() => {
    const stage = grid.current;
    if (!stage || fits) return;
    const tight = stage.scrollHeight > stage.clientHeight || stage.scrollWidth > stage.clientWidth;
    setRung(tight && rung < ladder.length - 1 ? { rung: rung + 1, fits: false } : { rung, fits: true });
  }, [rung, fits]);
  useLayoutEffect(() => {
    const again = () => setRung({ rung: 0, fits: false });
    const watch = new ResizeObserver(again);
    if (grid.current) watch.observe(grid.current);
    void document.fonts?.ready.then(again);
    return () => watch.disconnect();
  }, [notes]);
  return (
    <div className={css.whole}>
      <div ref={grid} className={css.grid} style={{ fontSize: size, gridTemplateRows: rowsOf(sheet) }}>
        {sheet.map(({ block, area }) => {
          const own = inBlock(notes, block);
          const left = own.length - most;
          return (
            <section
              key={block}
              className={css.box}
              aria-labelledby={`shown-${block}`}
              style={{ gridColumn: `${area.column} / span ${area.columns}`, gridRow: `${area.row} / span ${area.rows}` }}
            >
              <h2 id={`shown-${block}`} className={css.boxName}>{words.block(block)}</h2>
              {own.length > 0 && <ul className={css.boxNotes}>{own.slice(0, most).map((note) => <SlideNote key={note.id} note={note} bare={bare} />)}</ul>}
              {left > 0 && <p className={css.more}>{t`${plural(left, { one: "and one more", other: "and # more" })}`}</p>}
            </section>
          );
        })}
      </div>
      <p className={css.licence}><Trans>Layout adapted from the Business Model Canvas, Strategyzer.com, CC BY-SA 3.0</Trans></p>
    </div>
  );
}
