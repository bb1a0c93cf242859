/** Reads of batches: letters to many, one by one. */
import { queryOptions, useQueries } from "@tanstack/react-query";
import { useState } from "react";
import type { LetterSigns } from "../../bindings/LetterSigns";
import { core } from "../../host/core";
import type { Topic } from "../../host/commands";

const topics: readonly Topic[] = ["drafts", "people", "touchpoints", "segments"];
/** What the coach and a letter's ground depend on. */
const ground: readonly Topic[] = ["drafts", "people", "touchpoints", "consent", "settings", "promises", "purchases"];

export const batches = queryOptions({ queryKey: ["drafts", "batches"], queryFn: () => core.drafts.batches(), meta: { topics } });

export const batch = (id: string) => queryOptions({ queryKey: ["drafts", "batch", id], queryFn: () => core.drafts.batch({ id }), meta: { topics } });

export const batchLetters = (id: string) =>
  queryOptions({ queryKey: ["drafts", "batchLetters", id], queryFn: () => core.drafts.batchLetters({ id }), meta: { topics } });

export const heldPeople = (id: string) =>
  queryOptions({ queryKey: ["drafts", "held", id], queryFn: () => core.drafts.heldPeople({ id }), meta: { topics } });

export const signsOf = (batch: string, letters: readonly string[]) =>
  queryOptions({
    queryKey: ["drafts", "signs", batch, letters],
    queryFn: () => core.drafts.signs({ batch, letters: [...letters] }),
    meta: { topics: ground },
    enabled: letters.length > 0,
    placeholderData: (before) => before,
  });

/** How far the work under way has come; asked five times a second while `going`. */
export const progressOf = (going: boolean) =>
  queryOptions({ queryKey: ["vault", "progress"], queryFn: () => core.vault.progress(), enabled: going, refetchInterval: going ? 200 : false });

/** Letters whose signs are asked for together. */
const TOGETHER = 40;

/** The signs of the letters that are in view, and the way to say which are. */
export function useSigns(batch: string, letters: readonly { id: string }[]): { signOf: (id: string) => LetterSigns | undefined; want: (first: number, last: number) => void } {
  const [view, setView] = useState({ first: 0, last: 0 });
  const parts: string[][] = [];
  for (let at = view.first; at <= view.last && at * TOGETHER < letters.length; at++) {
    parts.push(letters.slice(at * TOGETHER, (at + 1) * TOGETHER).map(({ id }) => id));
  }
  const found = useQueries({ queries: parts.map((part) => signsOf(batch, part)) });
  const signs = new Map(found.flatMap(({ data }) => data ?? []).map((one) => [one.id, one]));
  return {
    signOf: (id) => signs.get(id),
    want: (first, last) => {
      const next = { first: Math.floor(first / TOGETHER), last: Math.floor(last / TOGETHER) };
      if (next.first !== view.first || next.last !== view.last) setView(next);
    },
  };
}
