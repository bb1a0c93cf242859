/** Esc as one step back. */
import { useEffect, useEffectEvent } from "react";

/** What hears Esc before the page does. */
const nearer = ["dialog", "menu"];

/** Esc goes one step back, unless something nearer to it has heard it: a text that is written, a list, a dialog. */
export function useEscape(on: boolean, back: () => void): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented && !nearer.some((role) => document.querySelector(`[role=${role}]`))) back();
  });
  useEffect(() => {
    if (!on) return;
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [on]);
}
