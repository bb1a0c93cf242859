/** One block of a presentation: its name, and its notes as large as they fit. */
import { useLayoutEffect, useRef, useState } from "react";
import type { Note } from "../../../bindings/Note";
import { balanced, type PageOfNotes, type Rung, rungsFor } from "./fit";
import css from "./present.module.css";
import { SlideNote } from "./SlideNote";

export interface BlockSlideProps {
  name: string;
  notes: readonly Note[];
  page: number;
  /** How many pages it takes. */
  onPages: (count: number) => void;
}

interface Layout extends Rung {
  pages: readonly PageOfNotes[];
}

/** Between notes, in sizes of a letter. */
const GAP = 0.5;
/** Between columns, in pixels; the style sheet says the same. */
const COLUMN_GAP = 24;

export function BlockSlide({ name, notes, page, onPages }: BlockSlideProps) {
  const room = useRef<HTMLDivElement>(null);
  const scale = useRef<HTMLUListElement>(null);
  const [layout, setLayout] = useState<Layout | null>(null);
  useLayoutEffect(() => {
    const [stage, all] = [room.current, scale.current];
    if (!stage || !all) return;
    const lay = () => {
      const found = fitting(all, stage.clientWidth, stage.clientHeight);
      setLayout(found);
      onPages(found.pages.length);
    };
    lay();
    const watch = new ResizeObserver(lay);
    watch.observe(stage);
    // Letters that arrive later are wider or narrower than those that stood in for them.
    document.fonts?.addEventListener("loadingdone", lay);
    return () => {
      watch.disconnect();
      document.fonts?.removeEventListener("loadingdone", lay);
    };
  }, [notes, onPages]);
  const shown = layout?.pages[Math.min(page, layout.pages.length - 1)];
  return (
    <div className={css.block}>
      <h2 className={css.name}>{name}</h2>
      <div ref={room} className={css.room}>
        <ul ref={scale} className={css.scale} aria-hidden>{notes.map((note) => <SlideNote key={note.id} note={note} />)}</ul>
        {layout && shown && (
          <ul className={css.columns} style={{ columnCount: layout.columns, fontSize: layout.size }}>
            {shown.map((column, at) => column.map((n, place) => {
              const note = notes[n];
              return note && <SlideNote key={note.id} note={note} starts={at > 0 && place === 0} />;
            }))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** Measures the notes rung by rung until they stand on one page; on the last rung they take as many as they need. */
function fitting(all: HTMLElement, width: number, height: number): Layout {
  let layout: Layout = { columns: 1, size: 16, pages: [] };
  for (const rung of rungsFor(width, height)) {
    const { columns, size } = rung;
    all.style.width = `${(width - COLUMN_GAP * (columns - 1)) / columns}px`;
    all.style.fontSize = `${size}px`;
    const heights = [...all.children].map((note) => Math.ceil(note.getBoundingClientRect().height));
    const pages = balanced(heights, columns, height, size * GAP);
    layout = { ...rung, pages };
    if (pages.length <= 1) break;
  }
  return layout;
}
