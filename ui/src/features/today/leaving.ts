/** Rows that have just gone stay a moment while they close, so that the list below them moves instead of jumping. */
import { useEffect, useState } from "react";

/** As long as the closing takes in `today.module.css`. */
const CLOSING_MS = 140;

interface Keyed {
  key: string;
}

export interface Standing<Item> {
  item: Item;
  leaving: boolean;
}

export function useLeaving<Item extends Keyed>(items: readonly Item[]): readonly Standing<Item>[] {
  const [before, setBefore] = useState<{ items: readonly Item[]; ghosts: readonly { item: Item; at: number }[] }>({ items, ghosts: [] });
  if (keysOf(before.items) !== keysOf(items)) {
    const here = new Set(items.map((item) => item.key));
    setBefore({ items, ghosts: before.items.flatMap((item, at) => (here.has(item.key) ? [] : [{ item, at }])) });
  }
  const { ghosts } = before;
  useEffect(() => {
    if (ghosts.length === 0) return;
    const timer = setTimeout(() => setBefore((now) => ({ ...now, ghosts: [] })), CLOSING_MS);
    return () => clearTimeout(timer);
  }, [ghosts]);
  const all: Standing<Item>[] = items.map((item) => ({ item, leaving: false }));
  for (const { item, at } of ghosts) all.splice(Math.min(at, all.length), 0, { item, leaving: true });
  return all;
}

const keysOf = (items: readonly Keyed[]) => items.map((item) => item.key).join(" ");
