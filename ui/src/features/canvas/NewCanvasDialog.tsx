/** Begins a canvas: what it is called and which sheet it is. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Pencil, Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { CanvasKind } from "../../bindings/CanvasKind";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Radios } from "../../components/controls/Toggles";
import { Dialog } from "../../components/overlays/Dialog";
import { useKeptForm } from "../../frame/kept";
import { useCreateCanvas } from "./actions";
import { OwnKindDialog } from "./OwnKindDialog";
import { canvasKinds, useWhichCanvas } from "./queries";
import css from "./versions.module.css";
import { useKindWords } from "./words";

export function NewCanvasDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const words = useKindWords();
  const { data: kinds = [] } = useQuery(canvasKinds);
  const form = useKeptForm(["canvas", "new"], { title: "", kind: "businessModel" });
  const create = useCreateCanvas();
  const [, choose] = useWhichCanvas();
  const [own, makeOwn] = useState<CanvasKind | "new" | null>(null);
  const { title, kind } = form.values;
  const chosen = kinds.find((one) => one.kind === kind);
  const can = title.trim() !== "" && chosen !== undefined;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!can) return;
    create.mutate({ title, kind }, { onSuccess: ({ id }) => { form.forget(); choose(id); onClose(); } });
  };
  if (own) return <OwnKindDialog kind={own === "new" ? null : own} onClose={() => makeOwn(null)} onSaved={({ kind: to }) => form.set({ kind: to })} />;
  return (
    <Dialog
      title={t`New canvas`}
      isOpen
      onClose={onClose}
      closeLabel={t`Close`}
      footer={
        <>
          <Button icon={Plus} onPress={() => makeOwn("new")}>{t`A kind of your own…`}</Button>
          {chosen?.own && <Button icon={Pencil} onPress={() => makeOwn(chosen)}>{t`Change this kind…`}</Button>}
          <Button kind="primary" type="submit" form="new-canvas" isDisabled={!can} isPending={create.isPending}>{t`Begin`}</Button>
        </>
      }
    >
      <form id="new-canvas" className={css.form} onSubmit={save}>
        <TextField label={t`What is it called?`} value={title} onChange={(to) => form.set({ title: to })} placeholder={t`How we serve hotels`} autoFocus />
        <Radios
          label={t`Which sheet?`}
          options={kinds.map((one) => {
            const { name, line } = words(one);
            const blocks = one.blocks.filter(({ aside }) => !aside).map(({ name: block }) => block).filter((block) => block !== null);
            return { id: one.kind, label: <bdi>{name}</bdi>, hint: line || blocks.join(", ") };
          })}
          value={kind}
          onChange={(to) => form.set({ kind: to })}
        />
      </form>
    </Dialog>
  );
}
