/** The canvas for others to see: block after block with its notes large, then the whole sheet. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Canvas } from "../../../bindings/Canvas";
import { Presenting } from "../../../frame/Presenting";
import type { Turn } from "../../../frame/turns";
import { inBlock } from "../notes";
import { useCanvasWords } from "../words";
import { BlockSlide } from "./BlockSlide";
import { SheetSlide } from "./SheetSlide";

/** Which slide, and which page of it: a block's last page is not known before it is drawn. */
interface Place {
  slide: number;
  page: number | "last";
}

export function Presentation({ canvas, onClose }: { canvas: Canvas; onClose: () => void }) {
  const { t } = useLingui();
  const words = useCanvasWords();
  const { title, blocks, notes } = canvas;
  // What is empty has nothing to say to others.
  const shown = blocks.filter(({ block, aside }) => !aside && inBlock(notes, block).length > 0);
  const [place, setPlace] = useState<Place>({ slide: 0, page: 0 });
  const [pages, setPages] = useState(1);
  const of = shown.length + 1;
  const slide = Math.min(place.slide, of - 1);
  const page = place.page === "last" ? pages - 1 : Math.min(place.page, pages - 1);
  const plan = shown[slide];
  const onTurn = (turn: Exclude<Turn, "fill">) => {
    if (turn === "first") setPlace({ slide: 0, page: 0 });
    else if (turn === "last") setPlace({ slide: of - 1, page: 0 });
    else if (turn === "next") {
      if (plan && page < pages - 1) setPlace({ slide, page: page + 1 });
      else if (slide < of - 1) setPlace({ slide: slide + 1, page: 0 });
    } else if (plan && page > 0) setPlace({ slide, page: page - 1 });
    else if (slide > 0) setPlace({ slide: slide - 1, page: "last" });
  };
  const [number, pageNumber] = [slide + 1, page + 1];
  const name = plan ? words.block(plan.block) : t`The whole sheet`;
  const count = plan ? inBlock(notes, plan.block).length : notes.length;
  const counter = plan && pages > 1 ? t`${number} of ${of}, page ${pageNumber} of ${pages}` : t`${number} of ${of}`;
  return (
    <Presenting
      title={title}
      name={name}
      counter={counter}
      holds={t`${plural(count, { one: "One note", other: "# notes" })}`}
      isFirst={slide === 0 && page === 0}
      isLast={slide === of - 1}
      onTurn={onTurn}
      onClose={onClose}
    >
      {plan ? (
        <BlockSlide key={plan.block} name={name} notes={inBlock(notes, plan.block)} page={page} onPages={setPages} />
      ) : (
        <SheetSlide canvas={canvas} />
      )}
    </Presenting>
  );
}
