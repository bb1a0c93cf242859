/** The segments with their counts, and at the end those who are in none. */
import { useLingui } from "@lingui/react/macro";
import type { CSSProperties } from "react";
import type { Segment } from "../../bindings/Segment";
import { pagesOf } from "../../components/lists/pages";
import { VirtualList } from "../../components/lists/VirtualList";
import { useFormat } from "../../frame/format";
import { hueOf } from "../../strings/hues";
import css from "./segments.module.css";

/** Stands for "in no segment". */
export const NONE = "none";

interface Row {
  id: string;
  name: string;
  hue: number;
  count: number | null;
}

export interface SegmentListProps {
  segments: readonly Segment[];
  /** How many are in none; undefined until it is known. */
  left: number | undefined;
  /** Its id; nothing while a view of all of them is shown. */
  shown: string;
  onShow: (id: string) => void;
}

export function SegmentList({ segments, left, shown, onShow }: SegmentListProps) {
  const { t } = useLingui();
  const rows: readonly Row[] = [...segments, { id: NONE, name: t`In no segment`, hue: 0, count: left ?? null }];
  const at = rows.findIndex((row) => row.id === shown);
  return (
    <VirtualList label={t`Segments`} pages={pagesOf(rows)} rowHeight={40} active={at} onActive={(_, row) => row && onShow(row.id)} empty={null}>
      {(row) => <SegmentRow row={row} />}
    </VirtualList>
  );
}

function SegmentRow({ row }: { row: Row }) {
  const { t } = useLingui();
  const format = useFormat();
  const { id, name, hue, count } = row;
  return (
    <span className={css.segment}>
      <HueDot hue={hue} />
      <span className={id === NONE ? css.noneName : css.segmentName}><bdi>{name}</bdi></span>
      <span className={css.segmentCount}>{count === null ? t`unknown` : format.number(count)}</span>
    </span>
  );
}

/** Decorative: the name stands beside it. */
export function HueDot({ hue }: { hue: number }) {
  const known = hueOf(hue);
  return <span className={css.dot} style={{ "--hue": known ? `var(--hue-${known})` : "var(--line-strong)" } as CSSProperties} aria-hidden />;
}
