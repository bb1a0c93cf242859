/** The notes that were put away, each with the way back. */
import { useLingui } from "@lingui/react/macro";
import type { Canvas } from "../../bindings/Canvas";
import { Button } from "../../components/controls/Button";
import { Card } from "../../components/layout/Card";
import { ListRow } from "../../components/layout/ListRow";
import { Dialog } from "../../components/overlays/Dialog";
import { useFormat } from "../../frame/format";
import { useRestoreNote } from "./actions";
import { useCanvasWords } from "./words";

export function PutAway({ canvas, isOpen, onClose }: { canvas: Canvas; isOpen: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const words = useCanvasWords();
  const format = useFormat();
  const restore = useRestoreNote();
  return (
    <Dialog title={t`Notes put away`} isOpen={isOpen} onClose={onClose} closeLabel={t`Close`}>
      {canvas.archived.length === 0 && <p>{t`Nothing is put away.`}</p>}
      {canvas.archived.length > 0 && (
        <Card rows>
          {canvas.archived.map((note) => {
            const block = words.block(note.block);
            const day = note.archivedAt === null ? "" : format.day(note.archivedAt);
            const text = note.text;
            return (
              <ListRow
                key={note.id}
                title={<bdi>{text}</bdi>}
                text={t`${block} · put away ${day}`}
                end={<Button size="s" aria-label={t`Bring back “${text}”`} onPress={() => restore.mutate(note)}>{t`Bring back`}</Button>}
              />
            );
          })}
        </Card>
      )}
    </Dialog>
  );
}
