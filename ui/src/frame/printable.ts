/** What on the page can be printed or exported: the page says so while it shows it, the press room does it. */
import { useEffect, useSyncExternalStore } from "react";

/** A sheet that is shown. */
export type Printable =
  | { sheet: "canvas"; id: string; title: string; /** The version it is compared with. */ since?: string | undefined; /** And the later one; the sheet as it stands when left out. */ until?: string | undefined }
  | { sheet: "journey"; id: string; title: string };

let shown: Printable | null = null;
const ears = new Set<() => void>();

function show(what: Printable | null): void {
  shown = what;
  for (const hear of ears) hear();
}

/** Says what can be printed while the component is on the screen. */
export function usePrintable(sheet: Printable["sheet"], id: string, title: string, since?: string, until?: string): void {
  useEffect(() => {
    const own: Printable = sheet === "canvas" ? { sheet, id, title, since, until } : { sheet, id, title };
    show(own);
    return () => {
      if (shown === own) show(null);
    };
  }, [sheet, id, title, since, until]);
}

const subscribe = (hear: () => void) => {
  ears.add(hear);
  return () => ears.delete(hear);
};

/** What can be printed now. */
export const useShownPrintable = (): Printable | null => useSyncExternalStore(subscribe, () => shown);
