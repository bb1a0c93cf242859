/** Makes a kind of canvas of one's own: its blocks, what belongs into each, and where it stands. */
import { useLingui } from "@lingui/react/macro";
import { Plus, Trash2 } from "lucide-react";
import { type FormEvent, useId } from "react";
import type { BlockAbout } from "../../bindings/BlockAbout";
import type { CanvasKind } from "../../bindings/CanvasKind";
import { Button } from "../../components/controls/Button";
import { NumberField } from "../../components/controls/NumberField";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Dialog } from "../../components/overlays/Dialog";
import { useKeptForm } from "../../frame/kept";
import { useRemoveKind, useSaveKind } from "./actions";
import { type OwnPlan, areasOf, freshPlan, MOST_BLOCKS, plansOf, rowsOf } from "./ownKind";
import css from "./ownKind.module.css";

export interface OwnKindDialogProps {
  /** Nothing: a new one. */
  kind: CanvasKind | null;
  onClose: () => void;
  onSaved: (kind: CanvasKind) => void;
}

export function OwnKindDialog({ kind, onClose, onSaved }: OwnKindDialogProps) {
  const { t } = useLingui();
  const form = useKeptForm(["canvas", "ownKind", kind?.kind ?? "new"], { name: kind?.name ?? "", plans: kind ? plansOf(kind.blocks) : [freshPlan([]), freshPlan([]), freshPlan([])] });
  const save = useSaveKind();
  const remove = useRemoveKind();
  const { name, plans } = form.values;
  const can = name.trim() !== "" && plans.every((plan) => plan.name.trim() !== "");
  const set = (at: number, part: Partial<OwnPlan>) => form.set({ plans: plans.map((plan, i) => (i === at ? { ...plan, ...part } : plan)) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!can) return;
    const areas = areasOf(plans);
    const blocks = plans.map(({ block, name: called, hint, about }, i) => ({
      ...(block && { block }), name: called, hint, ...(about && { about }), area: areas[i] ?? { column: 1, row: 1, columns: 1, rows: 1 },
    }));
    save.mutate({ ...(kind?.own && { id: kind.own }), name, blocks }, { onSuccess: (saved) => { form.forget(); onSaved(saved); onClose(); } });
  };
  return (
    <Dialog
      title={kind ? t`Change a kind of canvas` : t`A kind of your own`}
      isOpen
      onClose={onClose}
      closeLabel={t`Close`}
      size="l"
      footer={
        <>
          {kind?.own && kind.canvases === 0 && <Button kind="quiet" icon={Trash2} onPress={() => remove.mutate(kind, { onSuccess: onClose })}>{t`Remove this kind`}</Button>}
          <Button icon={Plus} isDisabled={plans.length >= MOST_BLOCKS} onPress={() => form.set({ plans: [...plans, freshPlan(plans)] })}>{t`Another block`}</Button>
          <Button kind="primary" type="submit" form="own-kind" isDisabled={!can} isPending={save.isPending}>{t`Save`}</Button>
        </>
      }
    >
      <form id="own-kind" className={css.form} onSubmit={submit}>
        <TextField label={t`What is it called?`} value={name} onChange={(to) => form.set({ name: to })} placeholder={t`Promises and proofs`} autoFocus />
        <Sketch plans={plans} />
        <ol className={css.blocks}>
          {plans.map((plan, i) => (
            // Blocks have no names of their own until they are saved: their place is who they are.
            <BlockFields key={i} number={i + 1} plan={plan} set={(part) => set(i, part)} onRemove={plans.length > 1 ? () => form.set({ plans: plans.filter((_, at) => at !== i) }) : null} />
          ))}
        </ol>
      </form>
    </Dialog>
  );
}

function BlockFields({ number, plan, set, onRemove }: { number: number; plan: OwnPlan; set: (part: Partial<OwnPlan>) => void; onRemove: (() => void) | null }) {
  const { t } = useLingui();
  const heading = useId();
  const abouts: { id: BlockAbout | "none"; label: string }[] = [
    { id: "none", label: t`words only` },
    { id: "segment", label: t`people of a segment` },
    { id: "channel", label: t`a channel` },
    { id: "relation", label: t`a type of relationship` },
  ];
  return (
    <li className={css.block} aria-labelledby={heading}>
      <span id={heading} className={css.number}>{t`Block ${number}`}</span>
      <TextField label={t`Name`} value={plan.name} onChange={(name) => set({ name })} placeholder={t`What we promise`} className={css.name} />
      <TextField label={t`What belongs into it`} value={plan.hint} onChange={(hint) => set({ hint })} className={css.hint} />
      <Select label={t`Its notes are about`} options={abouts} value={plan.about ?? "none"} onChange={(about) => set({ about: about === "none" ? null : about })} className={css.about} />
      <NumberField label={t`Width`} unit={t`of 10`} value={plan.columns} onChange={(columns) => columns && set({ columns })} min={1} max={10} className={css.size} />
      <NumberField label={t`Height`} unit={t`rows`} value={plan.rows} onChange={(rows) => rows && set({ rows })} min={1} max={3} className={css.size} />
      {onRemove && <Button kind="quiet" icon={Trash2} aria-label={t`Remove block ${number}`} onPress={onRemove} className={css.remove} />}
    </li>
  );
}

/** How the blocks will stand. */
function Sketch({ plans }: { plans: readonly OwnPlan[] }) {
  const areas = areasOf(plans);
  return (
    <div className={css.sketch} style={{ gridTemplateRows: `repeat(${rowsOf(areas)}, 26px)` }} aria-hidden>
      {areas.map((area, i) => (
        <span key={i} style={{ gridColumn: `${area.column} / span ${area.columns}`, gridRow: `${area.row} / span ${area.rows}` }}>{plans[i]?.name}</span>
      ))}
    </div>
  );
}
