/** When a canvas is looked at again. */
import { useLingui } from "@lingui/react/macro";
import type { Canvas } from "../../bindings/Canvas";
import { isolated } from "../../frame/isolated";
import { ReviewDay } from "../../frame/ReviewDay";
import { useRename } from "./actions";

export function ReviewDialog({ canvas, onClose }: { canvas: Canvas; onClose: () => void }) {
  const { t } = useLingui();
  const rename = useRename();
  const title = isolated(canvas.title);
  const save = (reviewOn: string) => rename.mutate({ id: canvas.id, reviewOn, task: t`Look at the canvas “${title}” again` }, { onSuccess: onClose });
  return <ReviewDay value={canvas.reviewOn} onSave={save} onClose={onClose} isPending={rename.isPending} hint={t`A plan is a guess until it is looked at again. Every three months is a good habit.`} />;
}
