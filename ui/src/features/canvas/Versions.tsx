/** Beside the title: which version this is, keeping it, comparing with an earlier one, and the variants of the canvas. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { BookmarkPlus, ChevronDown, CopyPlus, LayoutGrid, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Canvas } from "../../bindings/Canvas";
import type { SnapshotRow } from "../../bindings/SnapshotRow";
import { Button } from "../../components/controls/Button";
import { type Deed, Menu } from "../../components/overlays/Menu";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { useRemoveCanvas } from "./actions";
import { KeepDialog } from "./KeepDialog";
import { theCanvases, useWhichCanvas, versionsOf } from "./queries";
import css from "./versions.module.css";
import { VariantDialog } from "./VariantDialog";

export interface VersionsProps {
  canvas: Canvas;
  /** The version it is compared with. */
  comparing: string | null;
  onCompare: (id: string) => void;
}

export function Versions({ canvas, comparing, onCompare }: VersionsProps) {
  const { t } = useLingui();
  const { data: versions = [] } = useQuery(versionsOf(canvas.id));
  const { data: canvases = [] } = useQuery(theCanvases);
  const [, choose] = useWhichCanvas();
  const removeCanvas = useRemoveCanvas();
  const [open, setOpen] = useState<"keep" | "variant" | null>(null);
  const number = (versions[0]?.number ?? 0) + 1;
  const others = canvases.filter((one) => one.id !== canvas.id);
  const deeds: Deed[] = [
    { id: "keep", label: t`Keep this version…`, icon: BookmarkPlus, onDo: () => setOpen("keep") },
    { id: "variant", label: t`Make a variant…`, icon: CopyPlus, onDo: () => setOpen("variant") },
  ];
  if (others.length > 0) {
    deeds.push({ id: "line", line: true });
    for (const { id, title } of others) {
      const name = isolated(title);
      deeds.push({ id, label: t`Go to “${name}”`, icon: LayoutGrid, onDo: () => choose(id) });
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
      {open === "variant" && <VariantDialog canvas={canvas} onClose={() => setOpen(null)} />}
    </>
  );
}

/** One press compares with the last version; with several, they are chosen from. */
function CompareWith({ versions, comparing, onCompare }: { versions: readonly SnapshotRow[]; comparing: string | null; onCompare: (id: string) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const last = versions[0];
  if (!last) return null;
  const number = last.number;
  if (versions.length === 1) {
    return <Button kind="quiet" size="s" className={css.compare} aria-pressed={comparing === last.id} onPress={() => onCompare(last.id)}>{t`Compare with v${number}`}</Button>;
  }
  const deeds = versions.map(({ id, number: of, label, at }): Deed => {
    const [name, day] = [isolated(label), format.day(at)];
    return { id, label: t`v${of} · ${name} · ${day}`, onDo: () => onCompare(id) };
  });
  return (
    <Menu label={t`Compare with`} deeds={deeds}>
      <Button kind="quiet" size="s" className={css.compare}>{t`Compare with …`}</Button>
    </Menu>
  );
}
