/** The choices in force in this window. The vault keeps them (`frame/settings.ts`); they stay in force while it is locked. */
import { useSyncExternalStore } from "react";

export interface Choices {
  theme: "system" | "light" | "dark";
  /** Whether single letters are shortcuts (WCAG 2.1.4: they can be switched off). */
  letterKeys: boolean;
}

const ears = new Set<() => void>();
let now: Choices = { theme: "system", letterKeys: true };

export const choices = {
  now: (): Choices => now,
  subscribe(hear: () => void): () => void {
    ears.add(hear);
    return () => ears.delete(hear);
  },
  set(to: Choices): void {
    now = to;
    for (const hear of ears) hear();
  },
};

export const useChoices = (): Choices => useSyncExternalStore(choices.subscribe, choices.now);
