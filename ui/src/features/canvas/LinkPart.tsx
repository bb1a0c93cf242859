/** Beside the sheet: the notes that belong with the one that is looked at. */
import { useLingui } from "@lingui/react/macro";
import { Spline, X } from "lucide-react";
import type { Canvas } from "../../bindings/Canvas";
import type { Note } from "../../bindings/Note";
import { Button } from "../../components/controls/Button";
import { useLink } from "./actions";
import canvasCss from "./canvas.module.css";
import css from "./links.module.css";
import { linkedWith } from "./notes";
import { useCanvasWords } from "./words";

export interface LinkPartProps {
  canvas: Canvas;
  note: Note;
  onLink: () => void;
  onShow: (note: Note) => void;
}

export function LinkPart({ canvas, note, onLink, onShow }: LinkPartProps) {
  const { t } = useLingui();
  const words = useCanvasWords();
  const link = useLink();
  return (
    <section className={css.part} aria-label={t`Belongs with`}>
      <h3 className={canvasCss.asked}>{t`Belongs with`}</h3>
      <ul className={css.list}>
        {linkedWith(canvas, note.id).map((one) => {
          const { text } = one;
          return (
            <li key={one.id} className={css.item}>
              <Button kind="quiet" size="s" className={css.show} onPress={() => onShow(one)}>
                <span><bdi>{text}</bdi><span className={css.where}>{words.block(one.block)}</span></span>
              </Button>
              <Button kind="quiet" size="s" icon={X} aria-label={t`Not with “${text}” any more`} onPress={() => link.mutate({ a: note.id, b: one.id, on: false })} />
            </li>
          );
        })}
      </ul>
      <div><Button size="s" icon={Spline} keys="l" onPress={onLink}>{t`Link…`}</Button></div>
    </section>
  );
}
