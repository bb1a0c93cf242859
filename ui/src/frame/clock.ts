/** What time it is, to the minute: pages that say "9 weeks silent" or "today" are drawn again when it changes. */
import { useSyncExternalStore } from "react";

const MINUTE = 60_000;

function subscribe(hear: () => void): () => void {
  const timer = setInterval(hear, MINUTE);
  // A laptop that slept through midnight hears of it when it wakes.
  document.addEventListener("visibilitychange", hear);
  window.addEventListener("focus", hear);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", hear);
    window.removeEventListener("focus", hear);
  };
}

/** Now, in milliseconds since 1970, rounded down to the minute. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => Math.floor(Date.now() / MINUTE) * MINUTE);

/** The calendar day of a moment where the user is: `YYYY-MM-DD`. */
export function dayOf(when: number): string {
  const date = new Date(when);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The calendar day that is `days` after another. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00`);
  date.setDate(date.getDate() + days);
  return dayOf(date.getTime());
}

/** Midnight at the start of a calendar day where the user is. */
export const startOf = (day: string): number => new Date(`${day}T00:00:00`).getTime();

/** Whole days between two moments, the way the core counts them. */
export const daysBetween = (from: number, to: number): number => Math.floor((to - from) / 86_400_000);
