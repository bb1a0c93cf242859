/** Beside the title: which version this is, keeping it, comparing with an earlier one, and the variants of the canvas. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { BookmarkPlus, CalendarClock, ChevronDown, CopyPlus, GitCompareArrows, LayoutGrid, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Canvas } from "../../bindings/Canvas";
import type { SnapshotRow } from "../../bindings/SnapshotRow";
import { Button } from "../../components/controls/Button";
import { type Deed, Menu } from "../../components/overlays/Menu";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { useRemoveCanvas } from "./actions";
import type { Compared } from "./comparison";
import { KeepDialog } from "./KeepDialog";
import { NewCanvasDialog } from "./NewCanvasDialog";
import { theCanvases, useWhichCanvas, versionsOf } from "./queries";
import { ReviewDialog } from "./ReviewDialog";
import css from "./versions.module.css";
import { VariantDialog } from "./VariantDialog";

export interface VersionsProps {
  canvas: Canvas;
  /** The version it is compared with. */
  comparing: Compared | null;
  onCompare: (to: Compared) => void;
}

export function Versions({ canvas, comparing, onCompare }: VersionsProps) {
  const { t } = useLingui();
  const { data: versions = [] } = useQuery(versionsOf(canvas.id));
  const { data: canvases = [] } = useQuery(theCanvases);
  const [, choose] = useWhichCanvas();
  const removeCanvas = useRemoveCanvas();
  const [open, setOpen] = useState<"keep" | "variant" | "new" | "review" | null>(null);
  const number = (versions[0]?.number ?? 0) + 1;
  const others = canvases.filter((one) => one.id !== canvas.id);
  const deeds: Deed[] = [
    { id: "keep", label: t`Keep this version…`, icon: BookmarkPlus, onDo: () => setOpen("keep") },
    { id: "variant", label: t`Make a variant…`, icon: CopyPlus, onDo: () => setOpen("variant") },
    { id: "new", label: t`New canvas…`, icon: Plus, onDo: () => setOpen("new") },
    { id: "review", label: t`Look at it again on…`, icon: CalendarClock, onDo: () => setOpen("review") },
  ];
  if (others.length > 0) {
    deeds.push({ id: "line", line: true });
    for (const { id, title } of others) {
      const name = isolated(title);
      deeds.push({ id, label: t`Go to “${name}”`, icon: LayoutGrid, onDo: () => choose(id) });
      deeds.push({ id: `beside ${id}`, label: t`Compare with “${name}”`, icon: GitCompareArrows, onDo: () => onCompare({ canvas: id }) });
    }
    deeds.push({ id: "line2", line: true }, { id: "remove", label: t`Remove this canvas`, icon: Trash2, onDo: () => removeCanvas.mutate(canvas) });
  }
  return (
    <>
      <Menu label={t`Versions and variants`} deeds={deeds}>
        <Button kind="quiet" size="s" className={css.chip}>
          {t`version ${number} · today`}
          <ChevronDown size={13} strokeWidth={1.75} aria-hidden />
        </Button>
      </Menu>
      <CompareWith versions={versions} comparing={comparing} onCompare={onCompare} />
      {open === "keep" && <KeepDialog canvas={canvas} number={number} onClose={() => setOpen(null)} />}
      {open === "new" && <NewCanvasDialog onClose={() => setOpen(null)} />}
      {open === "review" && <ReviewDialog canvas={canvas} onClose={() => setOpen(null)} />}
      {open === "variant" && <VariantDialog canvas={canvas} onClose={() => setOpen(null)} />}
    </>
  );
}

interface CompareWithProps {
  versions: readonly SnapshotRow[];
  comparing: Compared | null;
  onCompare: (to: Compared) => void;
}

/** One press compares with the only version; with several, they are chosen from. */
function CompareWith({ versions, comparing, onCompare }: CompareWithProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [last, before] = versions;
  const number = last?.number ?? 0;
  if (last && versions.length === 1) {
    const isOn = comparing !== null && "version" in comparing && comparing.version === last.id;
    return <Button kind="quiet" size="s" className={css.compare} aria-pressed={isOn} onPress={() => onCompare({ version: last.id })}>{t`Compare with v${number}`}</Button>;
  }
  const deeds: Deed[] = versions.map(({ id, number: of, label, at }) => {
    const [name, day] = [isolated(label), format.day(at)];
    return { id, label: t`v${of} · ${name} · ${day}`, onDo: () => onCompare({ version: id }) };
  });
  // Any two: an earlier one that is open is asked for its later end.
  const open = comparing !== null && "version" in comparing ? versions.find(({ id }) => id === comparing.version) : undefined;
  const laters = open ? versions.filter(({ number: of }) => of > open.number) : before && last ? [last] : [];
  const earlier = open ?? before;
  if (earlier && laters.length > 0) {
    deeds.push({ id: "line", line: true });
    for (const later of laters) {
      const [first, second] = [earlier.number, later.number];
      deeds.push({ id: `${earlier.id} ${later.id}`, label: t`v${first} with v${second}`, onDo: () => onCompare({ version: earlier.id, to: later.id }) });
    }
  }
  if (deeds.length === 0) return null;
  return (
    <Menu label={t`Compare with`} deeds={deeds}>
      <Button kind="quiet" size="s" className={css.compare}>{t`Compare with …`}</Button>
    </Menu>
  );
}
