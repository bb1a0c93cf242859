/** The sections of Today as one list for the keyboard: arrows walk through all of them, Enter opens the person. */
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { listKeys } from "../../components/lists/listKeys";
import { join } from "../../components/join";
import { useFormat } from "../../frame/format";
import type { Group, Waiting } from "./groups";
import { useLeaving } from "./leaving";
import css from "./today.module.css";
import { WaitingRow } from "./WaitingRow";

export interface WaitingListProps {
  groups: readonly Group[];
  selected: Waiting;
  onSelect: (row: Waiting) => void;
  onOpen: (row: Waiting) => void;
}

const PAGE = 8;

export function WaitingList({ groups, selected, onSelect, onOpen }: WaitingListProps) {
  const box = useRef<HTMLDivElement>(null);
  const all = groups.flatMap((group) => group.items);
  const at = all.findIndex((row) => row.key === selected.key);
  useEffect(() => {
    // The arrows work at once, unless something else was reached on purpose.
    if (document.activeElement === document.body) listIn(box.current)?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const list = listIn(box.current);
    // Walking over the edge of a section takes the focus along.
    if (list && box.current?.contains(document.activeElement)) list.focus({ preventScroll: true });
    list?.querySelector("[aria-selected=true]")?.scrollIntoView?.({ block: "nearest" });
  }, [selected.key]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Enter") onOpen(selected);
    else {
      const to = all[listKeys(event.key, at, all.length, PAGE) ?? -1];
      if (to === undefined) return;
      onSelect(to);
    }
    event.preventDefault();
  };
  return (
    <div ref={box} className={css.groups} onKeyDown={onKeyDown} role="presentation">
      {groups.map((group) => <Section key={group.id} group={group} selected={selected} onSelect={onSelect} onOpen={onOpen} />)}
    </div>
  );
}

const listIn = (box: HTMLElement | null) => box?.querySelector<HTMLElement>("[role=listbox][tabindex='0']");

function Section({ group, selected, onSelect, onOpen }: { group: Group } & Omit<WaitingListProps, "groups">) {
  const id = useId();
  const format = useFormat();
  const rows = useLeaving(group.items);
  const isHere = group.items.some((row) => row.key === selected.key);
  return (
    <section>
      <SectionHead title={group.title} count={format.number(group.items.length)} note={group.note} id={`${id}-head`} />
      <Card rows className={css.card}>
        <div
          role="listbox"
          className={css.list}
          aria-labelledby={`${id}-head`}
          tabIndex={isHere ? 0 : -1}
          data-keys="through"
          {...(isHere && { "aria-activedescendant": `${id}-${selected.key}` })}
        >
          {rows.map(({ item, leaving }) =>
            leaving ? (
              <div key={item.key} className={join(css.row, css.leaving)} aria-hidden><WaitingRow row={item} selected={false} /></div>
            ) : (
              <div
                key={item.key}
                id={`${id}-${item.key}`}
                role="option"
                aria-selected={item.key === selected.key}
                className={css.row}
                onClick={() => onSelect(item)}
                onDoubleClick={() => onOpen(item)}
              >
                <WaitingRow row={item} selected={item.key === selected.key} />
              </div>
            ),
          )}
        </div>
      </Card>
    </section>
  );
}
