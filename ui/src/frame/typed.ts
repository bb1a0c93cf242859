/** What was typed and is not saved is kept in the vault itself: locking loses nothing, and the page need not remember it. */
import type { QueryClient } from "@tanstack/react-query";
import { toasts } from "../components/overlays/toasts";
import { core } from "../host/core";
import { settled } from "./step";

/** After so long without another letter it is written down. */
const PAUSE_MS = 400;
/** How much is kept: the newest first. */
const MOST = 60;
const MOST_LETTERS = 1_000_000;
/** How long locking waits for writes that are under way. */
const PATIENCE_MS = 3000;

type Entry = [key: readonly unknown[], value: unknown];

/** Forms and letters; a filter is no loss. */
const holdsText = (key: readonly unknown[]) => key[0] === "kept" && (key[1] === "form" || key[1] === "letter");

/** Everything typed and unsaved, as one text; empty when there is nothing. */
export function typedText(client: QueryClient): string {
  const found = client.getQueryCache().findAll({ predicate: (query) => holdsText(query.queryKey) && query.state.data != null });
  const newest = found.sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt).slice(0, MOST);
  const entries: Entry[] = newest.map((query) => [query.queryKey, query.state.data]);
  while (entries.length > 0 && JSON.stringify(entries).length > MOST_LETTERS) entries.pop();
  return entries.length > 0 ? JSON.stringify(entries) : "";
}

/** Writes down what is typed, a moment after it was. Returns how to stop. */
export function keepTyped(client: QueryClient, known: string): Keeper {
  let last = known;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const now = async () => {
    clearTimeout(pause);
    const text = typedText(client);
    if (text === last) return;
    last = text;
    try {
      await core.settings.keepTyped({ text });
    } catch {
      last = known; // tried again with the next letter
    }
  };
  const stop = client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || !holdsText(event.query.queryKey)) return;
    clearTimeout(pause);
    pause = setTimeout(() => void now(), PAUSE_MS);
  });
  return {
    now,
    stop: () => {
      clearTimeout(pause);
      stop();
    },
  };
}

export interface Keeper {
  /** At once, without the pause. */
  now: () => Promise<void>;
  stop: () => void;
}

/** Brings back what was typed before the vault was locked. */
export function bringBack(client: QueryClient, text: string): void {
  client.setQueryDefaults(["kept"], { gcTime: Infinity });
  for (const [key, value] of entriesIn(text)) if (client.getQueryData(key) == null) client.setQueryData(key, value);
}

function entriesIn(text: string): readonly Entry[] {
  try {
    const read: unknown = JSON.parse(text || "[]");
    return Array.isArray(read) ? read.filter((one): one is Entry => Array.isArray(one) && Array.isArray(one[0]) && holdsText(one[0] as unknown[])) : [];
  } catch {
    return [];
  }
}

let keeper: Keeper | null = null;

/** Whoever is on the screen keeps what is typed; one at a time. */
export function beKept(by: Keeper | null): void {
  keeper?.stop();
  keeper = by;
}

/** Before the vault is locked on purpose: letters are saved, writes end, what is half typed is written down. */
export async function leave(): Promise<void> {
  // As when the window is closed: whoever holds words saves them now.
  window.dispatchEvent(new Event("pagehide"));
  // What they begin now takes its turn a moment later.
  await new Promise((done) => setTimeout(done, 0));
  await Promise.race([settled(), new Promise((done) => setTimeout(done, PATIENCE_MS))]);
  await keeper?.now();
}

/** Once the vault is locked: nothing that was read from it or typed stays in the page. */
export function forgetAll(client: QueryClient): void {
  toasts.clear();
  client.removeQueries({ predicate: ({ queryKey }) => !(queryKey[0] === "vault" && queryKey[1] === "status") });
  client.getMutationCache().clear();
}
