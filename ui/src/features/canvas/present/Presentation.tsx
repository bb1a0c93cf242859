/** The canvas for others to see: block after block with its notes large, then the whole sheet. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { ArrowLeft, ArrowRight, Maximize, Minimize, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Dialog as Sheet } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import type { Canvas } from "../../../bindings/Canvas";
import { Button } from "../../../components/controls/Button";
import { isolated } from "../../../frame/isolated";
import { inBlock } from "../notes";
import { useCanvasWords } from "../words";
import { BlockSlide } from "./BlockSlide";
import css from "./present.module.css";
import { SheetSlide } from "./SheetSlide";
import { turnOf } from "./turns";

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
  const stage = useRef<HTMLDivElement>(null);
  const [fills, fill] = useFullScreen();
  const of = shown.length + 1;
  const slide = Math.min(place.slide, of - 1);
  const page = place.page === "last" ? pages - 1 : Math.min(place.page, pages - 1);
  const plan = shown[slide];
  const go = (to: Place) => {
    setPlace(to);
    // Whoever pressed a button may find it gone; the keys go on working.
    stage.current?.focus();
  };
  const next = () => {
    if (plan && page < pages - 1) go({ slide, page: page + 1 });
    else if (slide < of - 1) go({ slide: slide + 1, page: 0 });
  };
  const previous = () => {
    if (plan && page > 0) go({ slide, page: page - 1 });
    else if (slide > 0) go({ slide: slide - 1, page: "last" });
  };
  useEffect(() => stage.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // On a button the space bar presses it.
    if (event.key === " " && event.target instanceof Element && event.target.closest("button")) return;
    const turn = turnOf(event);
    if (turn === null || (turn === "fill" && !fill)) return;
    event.preventDefault();
    if (turn === "next") next();
    else if (turn === "previous") previous();
    else if (turn === "fill") fill?.();
    else go({ slide: turn === "first" ? 0 : of - 1, page: 0 });
  };
  const [number, pageNumber] = [slide + 1, page + 1];
  const name = plan ? words.block(plan.block) : t`The whole sheet`;
  const count = plan ? inBlock(notes, plan.block).length : notes.length;
  const counter = plan && pages > 1 ? t`${number} of ${of}, page ${pageNumber} of ${pages}` : t`${number} of ${of}`;
  const heading = isolated(title);
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} className={css.over}>
      <Modal className={css.modal}>
        <Sheet className={css.sheet} aria-label={t`Presentation of “${heading}”`}>
          <div className={css.keys} onKeyDown={onKeyDown}>
            <header className={css.head}>
              <p className={css.title}><bdi>{title}</bdi></p>
              <Button kind="quiet" icon={X} keys="escape" onPress={onClose}>{t`End`}</Button>
            </header>
            <p className="unseen" role="status">{`${name}, ${counter}. ${t`${plural(count, { one: "One note", other: "# notes" })}`}`}</p>
            <div ref={stage} className={css.stage} tabIndex={-1} role="group" aria-label={name}>
              {plan ? (
                <BlockSlide key={plan.block} name={name} notes={inBlock(notes, plan.block)} page={page} onPages={setPages} />
              ) : (
                <SheetSlide canvas={canvas} />
              )}
            </div>
            <footer className={css.foot}>
              <span className={css.counter}>{counter}</span>
              {fill && <Button kind="quiet" size="s" icon={fills ? Minimize : Maximize} keys="f" onPress={fill}>{fills ? t`Leave the full screen` : t`Full screen`}</Button>}
              <Button icon={ArrowLeft} aria-label={t`Back`} isDisabled={slide === 0 && page === 0} onPress={previous} />
              <Button icon={ArrowRight} aria-label={t`Next`} isDisabled={slide === of - 1} onPress={next} />
            </footer>
          </div>
        </Sheet>
      </Modal>
    </ModalOverlay>
  );
}

const subscribe = (hear: () => void) => {
  document.addEventListener("fullscreenchange", hear);
  return () => document.removeEventListener("fullscreenchange", hear);
};

/** Whether the window fills the screen, and what turns it; nothing to turn where the shell does not let a page do that. */
function useFullScreen(): [boolean, (() => void) | null] {
  const fills = useSyncExternalStore(subscribe, () => document.fullscreenElement != null);
  // A presentation that ends gives the screen back.
  useEffect(() => () => { if (document.fullscreenElement) void document.exitFullscreen(); }, []);
  if (!document.fullscreenEnabled) return [false, null];
  // Refused by a window system, the window stays as it is.
  const turn = () => void (fills ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined);
  return [fills, turn];
}
