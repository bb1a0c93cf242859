/** Choices about this window on this computer: kept outside the vault, because the locked window needs them too. Nothing personal. */
import { useSyncExternalStore } from "react";

export interface Choices {
  theme: "system" | "light" | "dark";
  /** Whether single letters are shortcuts (WCAG 2.1.4: they can be switched off). */
  letterKeys: boolean;
}

const NAME = "rapport.choices";
const usual: Choices = { theme: "system", letterKeys: true };
const ears = new Set<() => void>();
let now: Choices = read();

function read(): Choices {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? "{}");
    return { ...usual, ...(typeof kept === "object" ? kept : {}) };
  } catch {
    return usual;
  }
}

export const choices = {
  now: (): Choices => now,
  subscribe(hear: () => void): () => void {
    ears.add(hear);
    return () => ears.delete(hear);
  },
  set(part: Partial<Choices>): void {
    now = { ...now, ...part };
    try {
      localStorage.setItem(NAME, JSON.stringify(now));
    } catch {
      // A window that may not keep anything still honours the choice until it is closed.
    }
    for (const hear of ears) hear();
  },
};

export const useChoices = (): Choices => useSyncExternalStore(choices.subscribe, choices.now);
