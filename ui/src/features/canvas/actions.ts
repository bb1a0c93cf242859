/** Writes of this room. Each is one step that can be undone by its name. */
import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import type { AddNote } from "../../bindings/AddNote";
import type { Note } from "../../bindings/Note";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";
import { type Place, behind, inBlock, moveTo, moved } from "./notes";
import { theCanvas } from "./queries";
import { useCanvasWords } from "./words";

let last: Promise<unknown> = Promise.resolve();

/** One after the other: a note may be moved, or asked for behind another, while it is still being added. */
const inTurn =
  <Input, Output>(run: (input: Input) => Promise<Output>) =>
  (input: Input): Promise<Output> => {
    const done = last.then(() => run(input));
    last = done.catch(() => undefined);
    return done;
  };

/** Adds a note and returns its id. It stands on the sheet at once; the core's answer follows. */
export function useAddNote(): (input: Omit<AddNote, "id">) => string {
  const client = useQueryClient();
  const write = useWrite({ run: inTurn(core.canvas.addNote) });
  const show = (change: (notes: readonly Note[]) => Note[]) =>
    client.setQueryData(theCanvas.queryKey, (canvas) => canvas && { ...canvas, notes: change(canvas.notes) });
  return (input) => {
    const id = crypto.randomUUID();
    const { block, text, after, hue, binding } = input;
    const note: Note = { id, block, text, detail: "", hue: hue ?? 0, binding: binding ?? null, figures: null, archivedAt: null };
    show((notes) => behind(notes, note, after ?? null));
    write.mutate({ ...input, id }, { onError: () => show((notes) => notes.filter((one) => one.id !== id)) });
    return id;
  };
}

export const useEditNote = () => useWrite({ run: inTurn(core.canvas.editNote) });
export const useBind = () => useWrite({ run: inTurn(core.canvas.bind) });
export const useAnswer = () => useWrite({ run: core.canvas.answer });
export const useRename = () => useWrite({ run: core.canvas.rename });

export function useArchiveNote() {
  const { t } = useLingui();
  return useWrite({
    run: inTurn<Note, Note>(({ id }) => core.canvas.archiveNote({ id })),
    done: (_, note) => {
      const text = isolated(note.text);
      return t`Put away “${text}”`;
    },
  });
}

export function useRestoreNote() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id }: Note) => core.canvas.restoreNote({ id }),
    done: (_, note) => {
      const text = isolated(note.text);
      return t`Brought back “${text}”`;
    },
  });
}

/** Moves a note and says where it stands now: "moved to Channels, 3 of 5". It stands there at once; the core's answer follows. */
export function useMoveNote(say: (text: string) => void): (id: string, to: Place) => boolean {
  const { t } = useLingui();
  const client = useQueryClient();
  const words = useCanvasWords();
  const write = useWrite({ run: inTurn(core.canvas.moveNote) });
  return (id, to) => {
    const canvas = client.getQueryData(theCanvas.queryKey);
    const asked = canvas && moveTo(canvas.notes, id, to);
    if (!asked) return false;
    const notes = moved(canvas.notes, id, to);
    client.setQueryData(theCanvas.queryKey, { ...canvas, notes });
    const standing = inBlock(notes, to.block);
    const block = words.block(to.block);
    const place = standing.findIndex((note) => note.id === id) + 1;
    const of = standing.length;
    say(t`Moved to ${block}, ${place} of ${of}`);
    write.mutate(asked, { onError: () => void client.invalidateQueries({ queryKey: theCanvas.queryKey }) });
    return true;
  };
}
