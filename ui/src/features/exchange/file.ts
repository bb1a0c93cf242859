/** The file that is about to come in: chosen, typed or dropped. Kept outside the page, so that a drop anywhere can open it. */
import { useSyncExternalStore } from "react";

let chosen: string | null = null;
const listeners = new Set<() => void>();

/** Chooses a file, or none. */
export function choose(path: string | null): void {
  chosen = path;
  for (const hear of listeners) hear();
}

/** The chosen file's path. */
export const useChosen = (): string | null =>
  useSyncExternalStore(
    (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    () => chosen,
  );

/** The name of a file without its folders, on any system. */
export const nameOf = (path: string): string => path.split(/[\\/]/).pop() ?? path;
