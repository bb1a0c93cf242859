/** Whom one has picked in a list of any length: some, or everyone except some. */
import { useState } from "react";
import type { PersonRow } from "../../bindings/PersonRow";
import type { Pages } from "../../components/lists/pages";
import type { Wanted } from "./peopleView";
import { listPeople } from "./queries";

/** Most rows the core hands out at once. */
const MOST = 500;

interface State {
  /** Another list begins with nobody picked. */
  listKey: string;
  all: boolean;
  /** Who is picked, or with `all`, who is not. */
  ids: ReadonlySet<string>;
  /** Where a range began and what was picked before it, so that it can shrink again. */
  range: { from: number; before: ReadonlySet<string> } | null;
}

export interface Picked {
  count: number;
  has: (row: PersonRow) => boolean;
  toggle: (row: PersonRow) => void;
  /** From where the range began, or from the active row, to a row. */
  reach: (active: number, to: number) => void;
  everyone: () => void;
  nobody: () => void;
  /** The ids, however many. */
  whom: () => Promise<string[]>;
}

export function usePicked(pages: Pages<PersonRow>, filter: Wanted): Picked {
  const nobody: State = { listKey: pages.listKey, all: false, ids: new Set(), range: null };
  const [kept, setKept] = useState(nobody);
  const state = kept.listKey === pages.listKey ? kept : nobody;

  const reach = (active: number, to: number) => {
    if (state.all) return;
    const range = state.range ?? { from: active, before: state.ids };
    const [first, last] = [Math.min(range.from, to), Math.max(range.from, to)];
    const here = Array.from({ length: last - first + 1 }, (_, i) => pages.row(first + i));
    const take = (rows: readonly PersonRow[]) =>
      setKept({ listKey: pages.listKey, all: false, ids: new Set([...range.before, ...rows.map((row) => row.id)]), range });
    if (here.every((row) => row !== undefined)) take(here);
    else void rowsBetween(filter, first, last + 1).then(take);
  };
  const toggle = (row: PersonRow) => {
    const ids = new Set(state.ids);
    if (!ids.delete(row.id)) ids.add(row.id);
    setKept({ ...state, ids, range: null });
  };
  const whom = async () => {
    if (!state.all) return [...state.ids];
    // Everyone means everyone who is there when it is done, whatever number was shown.
    const rows = await rowsBetween(filter, 0, Number.POSITIVE_INFINITY);
    return rows.map((row) => row.id).filter((id) => !state.ids.has(id));
  };
  return {
    count: state.all ? Math.max(0, (pages.total ?? 0) - state.ids.size) : state.ids.size,
    has: (row) => state.ids.has(row.id) !== state.all,
    toggle,
    reach,
    everyone: () => setKept({ ...nobody, all: true }),
    nobody: () => setKept(nobody),
    whom,
  };
}

async function rowsBetween(filter: Wanted, from: number, to: number): Promise<PersonRow[]> {
  const rows: PersonRow[] = [];
  for (let offset = from; offset < to; offset += MOST) {
    const { items } = await listPeople(filter, offset, Math.min(MOST, to - offset));
    // The list may have become shorter than it was when it was counted.
    if (items.length === 0) break;
    rows.push(...items);
  }
  return rows;
}
