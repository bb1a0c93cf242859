/** What the book has that the block does not show yet, each one press away from being a note with live figures. */
import { useLingui } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import type { Block } from "../../bindings/Block";
import type { Canvas } from "../../bindings/Canvas";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { doAction } from "../../frame/actions";
import { useAddNote } from "./actions";
import { sameBinding, useBindChoices } from "./bindings";
import css from "./canvas.module.css";

export function Offers({ canvas, block }: { canvas: Canvas; block: Block }) {
  const { t } = useLingui();
  const add = useAddNote();
  const choices = useBindChoices(canvas, block);
  const left = choices.filter(({ binding }) => !canvas.notes.some((note) => sameBinding(note.binding, binding)));
  const makesSegments = block === "segments";
  if (left.length === 0 && !makesSegments) return null;
  return (
    <section className={css.offers}>
      <SectionHead level={3} title={t`Add from your book`} />
      <ul className={css.offerList}>
        {left.map(({ id, binding, name, line, hue }) => (
          <li key={id}>
            <Button
              kind="quiet"
              icon={Plus}
              className={css.offer}
              onPress={() => add({ canvas: canvas.id, block, text: name, binding, ...(hue > 0 && { hue }) })}
            >
              <span className={css.offerName}><bdi>{name}</bdi></span>
              {line && <span className={css.offerLine}>{line}</span>}
            </Button>
          </li>
        ))}
        {makesSegments && (
          <li>
            <Button
              kind="quiet"
              icon={Plus}
              className={css.offer}
              onPress={() =>
                doAction("segments.new", {
                  onMade: ({ id, name, hue }) => void add({ canvas: canvas.id, block, text: name, hue, binding: { to: "segment", segment: id } }),
                })
              }
            >
              {t`A new rule…`}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}
