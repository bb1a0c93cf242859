/** A batch: its letters in a list, the one that is read beside it, and who is held. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useRef } from "react";
import type { Batch } from "../../bindings/Batch";
import type { BatchLetter } from "../../bindings/BatchLetter";
import { SplitPane } from "../../components/layout/SplitPane";
import { EmptyState, Notice } from "../../components/layout/States";
import { doAction } from "../../frame/actions";
import { useKept } from "../../frame/kept";
import { useSentence } from "../../strings/sentences";
import css from "./batch.module.css";
import { BatchHead } from "./BatchHead";
import { BatchList } from "./BatchList";
import { batch, batchLetters } from "./batchQueries";
import { Desk } from "./Desk";
import pad from "./drafts.module.css";
import { HeldList } from "./HeldList";
import type { Pen } from "./LetterEditor";
import { letter } from "./queries";

export type BatchView = "letters" | "held";

export function BatchRoom({ id, onGone }: { id: string; onGone: () => void }) {
  const sentence = useSentence();
  const { data, error } = useQuery(batch(id));
  const letters = useQuery(batchLetters(id));
  if (error) return <div className={pad.pad}><Notice tone="danger">{sentence(error)}</Notice></div>;
  return data && letters.data ? <Open batch={data} rows={letters.data} onGone={onGone} /> : null;
}

function Open({ batch, rows, onGone }: { batch: Batch; rows: readonly BatchLetter[]; onGone: () => void }) {
  const { t } = useLingui();
  const { id } = batch;
  const [view, setView] = useKept<BatchView>(["batch", id, "view"], "letters");
  const [place, setPlace] = useKept(["batch", id, "at"], { id: "", index: 0 });
  const list = useRef<HTMLDivElement>(null);
  const pen = useRef<Pen>(null);
  // Where the open one was put aside, the next one stands in its place.
  const known = rows.findIndex((row) => row.id === place.id);
  const at = known >= 0 ? known : Math.min(place.index, rows.length - 1);
  const open = rows[at];
  const go = (index: number) => {
    const to = Math.max(0, Math.min(index, rows.length - 1));
    setPlace({ id: rows[to]?.id ?? "", index: to });
  };
  const onApproved = () => {
    const waits = (row: BatchLetter) => !row.approved && row.status === "writing" && row.id !== open?.id;
    const after = rows.findIndex((row, index) => index > at && waits(row));
    const next = after >= 0 ? after : rows.findIndex(waits);
    if (next >= 0) go(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const run = { j: () => go(at + 1), k: () => go(at - 1), e: () => pen.current?.show(0, 0), h: () => doAction("batch.hold") }[event.key.toLowerCase()];
    if (!run) return;
    event.preventDefault();
    run();
  };
  const toList = (event: KeyboardEvent) => {
    if (event.key === "Escape") list.current?.focus();
  };
  return (
    <SplitPane
      filled
      listLabel={t`Batch`}
      listWidth={320}
      list={
        <div className={css.list} onKeyDown={view === "letters" ? onKeyDown : undefined} role="presentation">
          <BatchHead batch={batch} view={view} onView={setView} onGone={onGone} />
          {view === "letters" && <BatchList batch={id} rows={rows} at={at} listRef={list} onGo={go} onApprove={() => doAction("batch.approve")} />}
        </div>
      }
    >
      {view === "held" && <HeldList batch={batch} />}
      {view === "letters" && open && (
        <div className={css.open} onKeyDown={toList} role="presentation">
          <OpenLetter key={open.id} id={open.id} pen={pen} onApproved={onApproved} />
        </div>
      )}
      {view === "letters" && !open && (
        <EmptyState title={t`No letters here`} text={<Trans>Everybody of this batch is held. The list says why, and what one can do about it.</Trans>} />
      )}
    </SplitPane>
  );
}

function OpenLetter({ id, pen, onApproved }: { id: string; pen: React.RefObject<Pen | null>; onApproved: () => void }) {
  const sentence = useSentence();
  const { data, error } = useQuery(letter(id));
  if (data) return <Desk draft={data} pen={pen} onGone={() => undefined} onApproved={onApproved} />;
  return error ? <div className={pad.pad}><Notice tone="danger">{sentence(error)}</Notice></div> : null;
}
