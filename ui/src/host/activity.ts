/** Tells the host that somebody is there, a few times a minute at most, so that a vault in use is not locked for idleness. */
import { invoke } from "@tauri-apps/api/core";
import { insideWindow } from "./tauri";

const OFTEN_MS = 15_000;
const signs = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

/** Watches until stopped. In a browser nobody needs to know. */
export function tellActivity(now: () => number = Date.now): () => void {
  if (!insideWindow()) return () => undefined;
  let told = -Infinity;
  const tell = () => {
    if (now() - told < OFTEN_MS) return;
    told = now();
    // A host that cannot be told locks a little early: no harm.
    invoke("activity").catch(() => undefined);
  };
  for (const sign of signs) window.addEventListener(sign, tell, { passive: true, capture: true });
  return () => signs.forEach((sign) => window.removeEventListener(sign, tell, { capture: true }));
}
