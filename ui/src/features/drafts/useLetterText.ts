/** The letter as it is being written: kept after a pause, when one looks away and when one leaves; never lost. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Draft } from "../../bindings/Draft";
import { useKept } from "../../frame/kept";
import { useSave } from "./actions";
import { letter } from "./queries";

export interface Words {
  subject: string;
  text: string;
}

export interface LetterText extends Words {
  set: (part: Partial<Words>) => void;
  /** Keeps it now. Resolves when the vault has it; fails when it could not be kept. */
  keep: () => Promise<void>;
  isKept: boolean;
}

const PAUSE_MS = 600;
/** The editor counts a line's end as one sign, and so does everything that points into the text. */
const wordsOf = (draft: Draft): Words => ({ subject: draft.row.subject, text: draft.text.replace(/\r\n?/g, "\n") });
const same = (a: Words, b: Words) => a.subject === b.subject && a.text === b.text;

export function useLetterText(draft: Draft): LetterText {
  const { id } = draft.row;
  const client = useQueryClient();
  const save = useSave();
  // What could not be kept the last time is still here.
  const [unkept, setUnkept] = useKept<Words | null>(["letter", id], null);
  const [words, setWords] = useState(unkept ?? wordsOf(draft));
  const [known, setKnown] = useState(wordsOf(draft));
  const running = useRef<Promise<void> | null>(null);
  const latest = useRef({ words, known });

  const put = (to: Words) => {
    latest.current.words = to;
    setWords(to);
  };
  const knows = (to: Words) => {
    latest.current.known = to;
    setKnown(to);
    if (same(to, latest.current.words)) setUnkept(null);
  };
  const keep = async (): Promise<void> => {
    await running.current?.catch(() => undefined);
    const now = latest.current.words;
    if (same(now, latest.current.known)) return;
    const run = save.mutateAsync({ id, ...now }).then((to) => {
      client.setQueryData(letter(id).queryKey, to);
      knows(now);
    });
    running.current = run;
    try {
      await run;
    } finally {
      running.current = null;
    }
  };
  const keepQuietly = useEffectEvent(() => void keep().catch(() => undefined));

  // Undo, or another window, changed it: what is typed and not kept yet stays.
  const hear = useEffectEvent((heard: Words) => {
    const { words: typed, known: before } = latest.current;
    if (running.current || same(heard, before) || !same(typed, before)) return;
    put(heard);
    knows(heard);
  });
  useEffect(() => hear(wordsOf(draft)), [draft]);
  useEffect(() => {
    const pause = setTimeout(() => keepQuietly(), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [words]);
  useEffect(() => {
    const look = () => document.hidden && keepQuietly();
    const leave = () => keepQuietly();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("blur", leave);
    window.addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("blur", leave);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);

  return {
    ...words,
    isKept: same(words, known),
    keep,
    set: (part) => {
      const to = { ...latest.current.words, ...part };
      put(to);
      setUnkept(to);
    },
  };
}
