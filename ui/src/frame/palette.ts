/** Where the command palette gets its results: a room registers a source, the palette asks it while one types. */
import type { LucideIcon } from "lucide-react";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

export interface PaletteItem {
  id: string;
  title: string;
  /** After the title: an organisation, a date. */
  detail?: string | undefined;
  icon?: LucideIcon | undefined;
  /** A person's name: shows initials instead of an icon. */
  avatar?: string | undefined;
  /** Its parts, where they are known. */
  parts?: { given: string; family: string } | undefined;
  keys?: string | undefined;
  run: () => void;
}

export interface PaletteSource {
  id: string;
  /** The group's head, translated. */
  heading: string;
  /** Lower comes first; people are 10, records 20–50, commands 90. */
  order: number;
  /** Answers to what was typed (trimmed, maybe empty); at most eight are shown. */
  find: (text: string) => Promise<readonly PaletteItem[]> | readonly PaletteItem[];
}

let sources: readonly PaletteSource[] = [];
const ears = new Set<() => void>();

function set(to: readonly PaletteSource[]): void {
  sources = to;
  for (const hear of ears) hear();
}

const subscribe = (hear: () => void) => {
  ears.add(hear);
  return () => ears.delete(hear);
};

/** Adds a source while the component is on the screen. */
export function usePaletteSource({ id, heading, order, find }: PaletteSource): void {
  const findNow = useEffectEvent(find);
  useEffect(() => {
    const source: PaletteSource = { id, heading, order, find: (text) => findNow(text) };
    set([...sources, source].sort((a, b) => a.order - b.order));
    return () => set(sources.filter((one) => one !== source));
  }, [id, heading, order]);
}

export const usePaletteSources = (): readonly PaletteSource[] => useSyncExternalStore(subscribe, () => sources);
