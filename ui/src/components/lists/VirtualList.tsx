/** A list of any length: only what is in view is drawn, one row is active, and every key of a list works. */
import { useVirtualizer, type Range, defaultRangeExtractor } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react";
import { join } from "../join";
import { listKeys } from "./listKeys";
import type { Pages } from "./pages";
import css from "./VirtualList.module.css";

export interface VirtualListProps<Row> {
  label: string;
  pages: Pages<Row>;
  /** Pixels, the same for all rows. */
  rowHeight?: number;
  children: (row: Row, index: number, state: { active: boolean; picked: boolean }) => ReactNode;
  /** Shown instead when there is nothing. */
  empty: ReactNode;
  /** The active row, if the caller keeps it; otherwise the list does. -1: none, while something else is shown. */
  active?: number;
  /** Arrow keys and clicks move here. */
  onActive?: (index: number, row: Row | undefined) => void;
  /** Enter or a double click. */
  onOpen?: (row: Row, index: number) => void;
  /** Space, or a click with ⌘/Ctrl; gives the list more than one choice. */
  onPick?: (row: Row, index: number, toIndex?: number) => void;
  isPicked?: (row: Row) => boolean;
  autoFocus?: boolean;
  listRef?: RefObject<HTMLDivElement | null>;
}

export function VirtualList<Row>(props: VirtualListProps<Row>) {
  "use no memo"; // the virtualizer is one object that changes inside
  const { label, pages, rowHeight = 54, children, empty, onActive, onOpen, onPick, isPicked, autoFocus } = props;
  const { total, listKey, want } = pages;
  const count = total ?? 0;
  const id = useId();
  const own = useRef<HTMLDivElement>(null);
  const box = props.listRef ?? own;
  const [kept, setKept] = useState(0);
  const active = Math.min(props.active ?? kept, Math.max(count - 1, 0));
  // eslint-disable-next-line react-hooks/incompatible-library -- said above: this component is not memoized
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The active row stays in the document even out of view: it is what the list's focus points at.
    rangeExtractor: (range: Range) => withActive(defaultRangeExtractor(range), active, count),
  });
  const rows = virtual.getVirtualItems();
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 0;

  useEffect(() => want(first, last), [want, first, last, listKey]);
  const shownList = useRef(listKey);
  useEffect(() => {
    if (shownList.current === listKey) return;
    shownList.current = listKey;
    setKept(0);
    virtual.scrollToOffset(0);
  }, [listKey, virtual]);
  useEffect(() => {
    if (autoFocus) box.current?.focus({ preventScroll: true });
  }, [autoFocus, box]);

  const go = (index: number) => {
    const to = Math.max(0, Math.min(index, count - 1));
    setKept(to);
    virtual.scrollToIndex(to, { align: "auto" });
    onActive?.(to, pages.row(to));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = pages.row(active);
    if (event.key === "Enter" && row !== undefined && onOpen) onOpen(row, active);
    else if (event.key === " " && row !== undefined && onPick) onPick(row, active);
    else {
      const to = listKeys(event.key, active, count, Math.max(1, last - first - 1));
      if (to === null || event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.shiftKey && onPick && row !== undefined) onPick(row, active, to);
      go(to);
    }
    event.preventDefault();
  };
  const onClick = (event: MouseEvent, index: number) => {
    const row = pages.row(index);
    if (onPick && row !== undefined && (event.metaKey || event.ctrlKey)) onPick(row, index);
    else if (onPick && row !== undefined && event.shiftKey) onPick(row, active, index);
    go(index);
  };

  if (total === 0) return <>{empty}</>;
  return (
    <div
      ref={box}
      className={css.box}
      role="listbox"
      tabIndex={0}
      data-keys="through"
      aria-label={label}
      aria-busy={total === undefined}
      {...(onPick && { "aria-multiselectable": true })}
      {...(active >= 0 && count > 0 && { "aria-activedescendant": `${id}-${active}` })}
      onKeyDown={onKeyDown}
    >
      <div className={css.all} style={{ height: virtual.getTotalSize() }} role="presentation">
        {rows.map(({ index, start }) => {
          const row = pages.row(index);
          const picked = row !== undefined && isPicked?.(row) === true;
          return (
            <div
              key={index}
              id={`${id}-${index}`}
              role="option"
              aria-selected={onPick ? picked : index === active}
              aria-setsize={count}
              aria-posinset={index + 1}
              className={join(css.row, index === active && css.active, picked && css.picked)}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              onClick={(event) => onClick(event, index)}
              onDoubleClick={() => row !== undefined && onOpen?.(row, index)}
            >
              {row === undefined ? <Waiting /> : children(row, index, { active: index === active, picked })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function withActive(indexes: number[], active: number, count: number): number[] {
  if (count === 0 || active < 0 || indexes.includes(active)) return indexes;
  return [...indexes, active].sort((a, b) => a - b);
}

/** The shape of a row that is on its way: never a blank. */
function Waiting() {
  return (
    <span className={css.waiting} aria-hidden>
      <span className={css.dot} />
      <span className={css.bars}><span /><span /></span>
    </span>
  );
}
