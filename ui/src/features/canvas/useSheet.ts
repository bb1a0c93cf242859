/** What is going on on the sheet: where one is, what is being written, and every deed on a note. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import type { BlockPlan } from "../../bindings/BlockPlan";
import type { Canvas } from "../../bindings/Canvas";
import type { Note } from "../../bindings/Note";
import { useKept } from "../../frame/kept";
import { useAddNote, useArchiveNote, useEditNote, useMoveNote } from "./actions";
import { type Place, inBlock, linkedWith, stepped } from "./notes";
import type { Spot } from "./walk";

export interface Adding {
  block: Spot["block"];
  after: string | null;
  /** Counts the new notes, so that each begins empty. */
  count: number;
}

export interface SheetState {
  spot: Spot;
  adding: Adding | null;
  editing: string | null;
  /** The notes that belong with the one that one is on. */
  linked: ReadonlySet<string>;
}

export interface SheetDeeds {
  blocks: readonly BlockPlan[];
  /** The note whose list of blocks is open by key. */
  moving: string | null;
  goTo: (spot: Spot) => void;
  edit: (id: string) => void;
  add: (spot: Spot) => void;
  bind: (id: string) => void;
  judge: (id: string) => void;
  link: (id: string) => void;
  openMoving: (id: string) => void;
  endMoving: () => void;
  move: (id: string, to: Place) => void;
  step: (id: string, by: -1 | 1) => void;
  archive: (note: Note) => void;
  saveText: (note: Note, text: string) => void;
  saveNew: (text: string, adding: Adding, next: boolean) => void;
  /** Closes whatever is written and goes back. */
  leave: (spot?: Spot) => void;
}

/** Puts the focus on a spot once it is drawn there. */
export const focusSpot = (root: HTMLElement | null, { block, note }: Spot): void =>
  root?.querySelector<HTMLElement>(`[data-spot="${CSS.escape(note ?? block)}"]`)?.focus();

export function useSheet(canvas: Canvas, onBind: (id: string) => void, onJudge: (id: string) => void, onLink: (id: string) => void) {
  const { t } = useLingui();
  const { notes, blocks } = canvas;
  const root = useRef<HTMLDivElement>(null);
  const [kept, keepFor] = useKept<Spot>(["canvas", "spot"], { block: "segments", note: null });
  // State of its own beside it: what is kept is told later than the next key is pressed.
  const [at, setAt] = useState(kept);
  const keep = (to: Spot) => {
    setAt(to);
    keepFor(to);
  };
  const [adding, setAdding] = useState<Adding | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [moving, setMoving] = useState<string | null>(null);
  const [said, say] = useState("");
  // The spot that is to have the focus as soon as the canvas shows it.
  const wanted = useRef<Spot | null>(null);
  const there = notes.find((note) => note.id === at.note);
  const spot: Spot = there ? { block: there.block, note: there.id } : { block: at.block, note: null };
  const addNote = useAddNote();
  const editNote = useEditNote();
  const archiveNote = useArchiveNote();
  const moveNote = useMoveNote(say);

  useEffect(() => {
    const to = wanted.current;
    if (!to || adding || editing) return;
    if (to.note !== null && !notes.some((note) => note.id === to.note && note.block === to.block)) return;
    focusSpot(root.current, to);
    wanted.current = null;
  });

  const goTo = (to: Spot) => {
    keep(to);
    wanted.current = to;
  };
  const close = () => {
    setAdding(null);
    setEditing(null);
  };
  const move = (id: string, to: Place) => {
    if (moveNote(id, to)) goTo({ block: to.block, note: id });
  };
  const deeds: SheetDeeds = {
    blocks,
    moving,
    goTo: (to) => {
      if (to.block !== spot.block || to.note !== spot.note) keep(to);
    },
    edit: (id) => setEditing(id),
    add: ({ block, note }) => {
      setEditing(null);
      setAdding({ block, after: note, count: 0 });
      keep({ block, note });
    },
    bind: onBind,
    judge: onJudge,
    link: onLink,
    openMoving: setMoving,
    endMoving: () => setMoving(null),
    move,
    step: (id, by) => {
      const to = stepped(notes, id, by);
      if (to) move(id, to);
      else say(by < 0 ? t`It is the first one` : t`It is the last one`);
    },
    archive: (note) => {
      const standing = inBlock(notes, note.block);
      const at = standing.findIndex((one) => one.id === note.id);
      const next = standing[at + 1] ?? standing[at - 1];
      archiveNote.mutate(note, { onSuccess: () => goTo({ block: note.block, note: next?.id ?? null }) });
    },
    saveText: (note, text) => {
      editNote.mutate({ id: note.id, text });
      say(t`Changed to “${text}”`);
      close();
      goTo({ block: note.block, note: note.id });
    },
    saveNew: (text, { block, after, count }, next) => {
      const note = addNote({ canvas: canvas.id, block, text, ...(after !== null && { after }) });
      say(t`Added “${text}”`);
      // The next one can be typed at once; it need not wait for the core.
      setAdding(next ? { block, after: note, count: count + 1 } : null);
      keep({ block, note });
    },
    leave: (to) => {
      close();
      // Not the spot that is drawn: the note one has just written may not be on the sheet yet.
      goTo(to ?? at);
    },
  };
  return { root, said, goTo, state: { spot, adding, editing, linked: new Set(spot.note === null ? [] : linkedWith(canvas, spot.note).map(({ id }) => id)) } satisfies SheetState, deeds };
}
