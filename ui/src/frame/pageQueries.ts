/** Rows of the core by index, fifty at a time: what is in view and a page on either side. */
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { Pages } from "../components/lists/pages";
import type { Page, Topic } from "../host/commands";

export const PAGE = 50;

export interface PageQuery<Row> {
  /** The room, the verb and the filter: `["people", "list", filter]`. */
  key: readonly unknown[];
  topics: readonly Topic[];
  fetch: (offset: number, limit: number) => Promise<Page<Row>>;
}

/** A list of any length for `VirtualList`. While another filter is on its way, the first rows of the last one stay. */
export function usePages<Row>({ key, topics, fetch }: PageQuery<Row>): Pages<Row> & { error: Error | null; isOld: boolean } {
  const listKey = JSON.stringify(key);
  const [view, setView] = useState({ listKey, from: 0, to: 1 });
  const { from, to } = view.listKey === listKey ? view : { from: 0, to: 1 };
  const page = (number: number) => ({
    queryKey: [...key, "page", number],
    queryFn: () => fetch(number * PAGE, PAGE),
    meta: { topics },
  });
  const first = useQuery({ ...page(0), placeholderData: keepPreviousData });
  const total = first.data?.total;
  const lastPage = total === undefined ? 0 : Math.max(0, Math.ceil(total / PAGE) - 1);
  const numbers = range(Math.max(1, from), Math.min(to, lastPage));
  const others = useQueries({ queries: first.isPlaceholderData ? [] : numbers.map(page) });
  const row = (index: number): Row | undefined => {
    const number = Math.floor(index / PAGE);
    const data = number === 0 ? first.data : others[number - (numbers[0] ?? 0)]?.data;
    return data?.items[index % PAGE];
  };
  const want = useCallback((firstRow: number, lastRow: number) => {
    const next = { listKey, from: Math.floor(firstRow / PAGE) - 1, to: Math.floor(lastRow / PAGE) + 1 };
    setView((now) => (now.listKey === listKey && now.from === next.from && now.to === next.to ? now : next));
  }, [listKey]);
  // While it is old, rows and total are those of the filter before.
  return { listKey, total, isOld: first.isPlaceholderData, row, want, error: first.error ?? others.find((one) => one.error)?.error ?? null };
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
