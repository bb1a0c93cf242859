/** Writes of this room. Each is one step that can be undone by its name. */
import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import type { AddNote } from "../../bindings/AddNote";
import type { Canvas } from "../../bindings/Canvas";
import type { CanvasKind } from "../../bindings/CanvasKind";
import type { Judgement } from "../../bindings/Judgement";
import type { Note } from "../../bindings/Note";
import type { SnapshotRow } from "../../bindings/SnapshotRow";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";
import { type Place, behind, inBlock, moveTo, moved } from "./notes";
import { canvasOf, useWhichCanvas } from "./queries";
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

/** What is known of a note that was just written. */
export const unjudged: Judgement = { evidence: "unsaid", importance: 0, owner: "", measure: "", passMark: "", reviewOn: "", result: "", risk: 0 };

/** A note of which nothing is known but its text and place. */
export const blankNote: Omit<Note, "id" | "block" | "text"> = { detail: "", hue: 0, binding: null, judgement: unjudged, figures: null, speaksFor: 0, speaksAgainst: 0, archivedAt: null };

/** Adds a note and returns its id. It stands on the sheet at once; the core's answer follows. */
export function useAddNote(): (input: Omit<AddNote, "id">) => string {
  const client = useQueryClient();
  const write = useWrite({ run: inTurn(core.canvas.addNote) });
  const { queryKey } = canvasOf(useWhichCanvas()[0]);
  const show = (change: (notes: readonly Note[]) => Note[]) =>
    client.setQueryData(queryKey, (canvas) => canvas && { ...canvas, notes: change(canvas.notes) });
  return (input) => {
    const id = crypto.randomUUID();
    const { block, text, after, hue, binding, evidence } = input;
    const note: Note = { id, block, text, ...blankNote, hue: hue ?? 0, binding: binding ?? null, judgement: { ...unjudged, evidence: evidence ?? "unsaid" } };
    show((notes) => behind(notes, note, after ?? null));
    write.mutate({ ...input, id }, { onError: () => show((notes) => notes.filter((one) => one.id !== id)) });
    return id;
  };
}

export const useEditNote = () => useWrite({ run: inTurn(core.canvas.editNote) });
export const useBind = () => useWrite({ run: inTurn(core.canvas.bind) });
export const useAnswer = () => useWrite({ run: core.canvas.answer });
export const useRename = () => useWrite({ run: core.canvas.rename });

export const useJudgeNote = () => useWrite({ run: inTurn(core.canvas.judgeNote) });

export const useLink = () => useWrite({ run: inTurn(({ a, b, on }: { a: string; b: string; on: boolean }) => (on ? core.canvas.linkNotes({ a, b }) : core.canvas.unlinkNotes({ a, b }))) });
export const useProve = () => useWrite({ run: inTurn(core.canvas.proveNote) });
export const usePlanChannel = () => useWrite({ run: inTurn(core.canvas.planChannel) });
export const useGroupReasons = () => useWrite({ run: core.feedback.groupReasons });
export const useServe = () => useWrite({ run: core.segments.serve });

/** After how many days of silence a new rule of Today tells. */
const SILENCE = 30;

/** Makes a rule of Today for a segment. */
export function useHearFrom() {
  const { t } = useLingui();
  return useWrite({ run: (segment: string) => core.care.saveRule({ scope: { for: "segment", id: segment }, days: SILENCE, active: true }), done: () => t`Today tells of them after ${SILENCE} days of silence` });
}

/** Begins a template of letters with what a note says. */
export function useTemplateFrom() {
  const { t, i18n } = useLingui();
  // Braces mean something in a template; in a note they are only braces.
  const plain = (text: string) => text.replaceAll("{", "(").replaceAll("}", ")");
  return useWrite({
    run: ({ text, detail }: { text: string; detail: string }) =>
      core.drafts.saveTemplate({ kind: "checkIn", language: i18n.locale, title: plain(text).slice(0, 80), subject: "", body: plain(detail ? `${text}\n\n${detail}` : text) }),
    done: () => t`A template begins with it: look under Drafts`,
  });
}

export function useCreateCanvas() {
  const { t } = useLingui();
  return useWrite({
    run: core.canvas.create,
    done: ({ title }) => {
      const text = isolated(title);
      return t`Began “${text}”`;
    },
  });
}

export function useSaveKind() {
  const { t } = useLingui();
  return useWrite({
    run: core.canvas.saveKind,
    done: ({ name }) => {
      const text = isolated(name ?? "");
      return t`Saved the kind “${text}”`;
    },
  });
}

export function useRemoveKind() {
  const { t } = useLingui();
  return useWrite({
    run: ({ own }: CanvasKind) => core.canvas.removeKind({ id: own ?? "" }),
    done: (_, { name }) => {
      const text = isolated(name ?? "");
      return t`Removed the kind “${text}”`;
    },
  });
}

export function useRestHint() {
  const { t } = useLingui();
  return useWrite({ run: core.canvas.restHint, done: (_, { rest }) => (rest ? t`It may stay as it is` : undefined) });
}

export function useTakeSnapshot() {
  const { t } = useLingui();
  return useWrite({
    run: core.canvas.takeSnapshot,
    done: ({ number, label }) => {
      const text = isolated(label);
      return t`Kept version ${number}, “${text}”`;
    },
  });
}

export function useRemoveSnapshot() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id }: SnapshotRow) => core.canvas.removeSnapshot({ id }),
    done: (_, { label }) => {
      const text = isolated(label);
      return t`Removed the version “${text}”`;
    },
  });
}

export function useMakeVariant() {
  const { t } = useLingui();
  return useWrite({
    run: core.canvas.makeVariant,
    done: ({ title }) => {
      const text = isolated(title);
      return t`Made the variant “${text}”`;
    },
  });
}

export function useRemoveCanvas() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id }: Canvas) => core.canvas.remove({ id }),
    done: (_, { title }) => {
      const text = isolated(title);
      return t`Removed “${text}”`;
    },
  });
}

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
  const { queryKey } = canvasOf(useWhichCanvas()[0]);
  return (id, to) => {
    const canvas = client.getQueryData(queryKey);
    const asked = canvas && moveTo(canvas.notes, id, to);
    if (!asked) return false;
    const notes = moved(canvas.notes, id, to);
    client.setQueryData(queryKey, { ...canvas, notes });
    const standing = inBlock(notes, to.block);
    const block = words.block(to.block);
    const place = standing.findIndex((note) => note.id === id) + 1;
    const of = standing.length;
    say(t`Moved to ${block}, ${place} of ${of}`);
    write.mutate(asked, { onError: () => void client.invalidateQueries({ queryKey }) });
    return true;
  };
}
