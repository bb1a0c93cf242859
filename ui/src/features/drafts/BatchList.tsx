/** The letters of a batch: to whom, how each begins, and in one word how it stands. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Check, CircleAlert, RefreshCw } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import type { BatchLetter } from "../../bindings/BatchLetter";
import type { LetterSigns } from "../../bindings/LetterSigns";
import { ListRow } from "../../components/layout/ListRow";
import { pagesOf } from "../../components/lists/pages";
import { VirtualList } from "../../components/lists/VirtualList";
import { Chip } from "../../components/marks/Chip";
import { useSigns } from "./batchQueries";
import css from "./batch.module.css";
import { statuses } from "./kinds";

export interface BatchListProps {
  batch: string;
  rows: readonly BatchLetter[];
  at: number;
  listRef: RefObject<HTMLDivElement | null>;
  onGo: (index: number) => void;
  onApprove: () => void;
}

export function BatchList({ batch, rows, at, listRef, onGo, onApprove }: BatchListProps) {
  const { t } = useLingui();
  const { signOf, want } = useSigns(batch, rows);
  return (
    <>
      <div className={css.rows}>
        <VirtualList
          label={t`Letters of the batch`}
          pages={{ ...pagesOf(rows, batch), want }}
          active={at}
          listRef={listRef}
          autoFocus
          empty={null}
          onActive={onGo}
          onOpen={(_, index) => (index === at ? onApprove() : onGo(index))}
        >
          {(row, index) => <ListRow title={row.person.name} text={<bdi>{row.preview}</bdi>} end={<Stand row={row} signs={signOf(row.id)} />} selected={index === at} />}
        </VirtualList>
      </div>
      <p className={css.keys}>{t`J and K go on and back, Enter approves, E writes, H puts aside.`}</p>
    </>
  );
}

/** What matters most about it now, in a word. */
function Stand({ row, signs }: { row: BatchLetter; signs: LetterSigns | undefined }): ReactNode {
  const { t, i18n } = useLingui();
  const { status, approved, answeredAt } = row;
  if (answeredAt !== null) return <Chip tone="good">{t`answered`}</Chip>;
  if (status !== "writing") return <Chip tone={statuses[status].tone}>{i18n._(statuses[status].name)}</Chip>;
  if (signs && signs.stale.length > 0) return <Chip tone="warn" icon={RefreshCw}>{t`look again`}</Chip>;
  if (approved) return <Chip tone="good" icon={Check}>{t`approved`}</Chip>;
  if (!signs) return <Chip>{t`reading…`}</Chip>;
  const { stops, warnings } = signs.lights;
  if (stops > 0) return <Chip tone="danger" icon={CircleAlert}>{t`stop`}</Chip>;
  if (signs.sameText) return <Chip tone="warn">{t`same text`}</Chip>;
  if (warnings > 0) return <Chip tone="warn">{t`${plural(warnings, { one: "one to look at", other: "# to look at" })}`}</Chip>;
  return <Chip>{t`to read`}</Chip>;
}
