/** Binds a note to what its figures come from: a segment or a new rule, a channel, or one of the six types of relationship. */
import { useLingui } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Canvas } from "../../bindings/Canvas";
import type { Note } from "../../bindings/Note";
import { Button } from "../../components/controls/Button";
import { Radios } from "../../components/controls/Toggles";
import { Dialog } from "../../components/overlays/Dialog";
import { doAction } from "../../frame/actions";
import { useBind } from "./actions";
import { boundTo, sameBinding, useBindChoices } from "./bindings";
import css from "./canvas.module.css";

export function BindDialog({ canvas, note, onClose }: { canvas: Canvas; note: Note; onClose: () => void }) {
  const { t } = useLingui();
  const bind = useBind();
  const choices = useBindChoices(canvas, note.block);
  const [picked, pick] = useState<string | null>(choices.find(({ binding }) => sameBinding(binding, note.binding))?.id ?? null);
  const kind = boundTo(canvas.blocks, note.block) ?? "segment";
  const title = { segment: t`Which people are these?`, channel: t`Which channel is this?`, relation: t`Which type of relationship is this?` }[kind];
  const save = () => {
    const binding = choices.find((one) => one.id === picked)?.binding;
    if (binding && !sameBinding(binding, note.binding)) bind.mutate({ id: note.id, binding });
    onClose();
  };
  const makeNew = () => {
    onClose();
    doAction("segments.new", { onMade: (segment) => bind.mutate({ id: note.id, binding: { to: "segment", segment: segment.id } }) });
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      closeLabel={t`Close`}
      footer={
        <>
          {kind === "segment" && <Button icon={Plus} onPress={makeNew}>{t`A new rule…`}</Button>}
          <Button kind="primary" isDisabled={picked === null} onPress={save}>{t`Bind`}</Button>
        </>
      }
    >
      <p className={css.bindText}><bdi>{note.text}</bdi></p>
      {choices.length > 0 ? (
        <Radios label={title} quietLabel options={choices.map(({ id, name, line }) => ({ id, label: <bdi>{name}</bdi>, ...(line && { hint: line }) }))} value={picked} onChange={pick} />
      ) : (
        <p className={css.sideLine}>{t`There is no segment yet. Make a rule, and this note counts whoever fits it.`}</p>
      )}
    </Dialog>
  );
}
