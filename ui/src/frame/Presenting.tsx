/** What is shown to others, slide by slide: the frame with its keys, its counter and the full screen. */
import { useLingui } from "@lingui/react/macro";
import { ArrowLeft, ArrowRight, Maximize, Minimize, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { Dialog as Sheet } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "../components/controls/Button";
import { isolated } from "./isolated";
import css from "./presenting.module.css";
import { type Turn, turnOf } from "./turns";

export interface PresentingProps {
  title: string;
  /** What the slide shows. */
  name: string;
  /** "2 of 5, page 1 of 2". */
  counter: string;
  /** What is on the slide, for those who hear it. */
  holds: string;
  /** Nothing comes before it. */
  isFirst: boolean;
  /** Nothing comes after it. */
  isLast: boolean;
  onTurn: (turn: Exclude<Turn, "fill">) => void;
  onClose: () => void;
  children: ReactNode;
}

export function Presenting({ title, name, counter, holds, isFirst, isLast, onTurn, onClose, children }: PresentingProps) {
  const { t } = useLingui();
  const stage = useRef<HTMLDivElement>(null);
  const [fills, fill] = useFullScreen();
  useEffect(() => stage.current?.focus(), []);
  const go = (turn: Exclude<Turn, "fill">) => {
    onTurn(turn);
    // Whoever pressed a button may find it gone; the keys go on working.
    stage.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // On a button the space bar presses it.
    if (event.key === " " && event.target instanceof Element && event.target.closest("button")) return;
    const turn = turnOf(event);
    if (turn === null || (turn === "fill" && !fill)) return;
    event.preventDefault();
    if (turn === "fill") fill?.();
    else go(turn);
  };
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
            <p className="unseen" role="status">{`${name}, ${counter}. ${holds}`}</p>
            <div ref={stage} className={css.stage} tabIndex={-1} role="group" aria-label={name}>{children}</div>
            <footer className={css.foot}>
              <span className={css.counter}>{counter}</span>
              {fill && <Button kind="quiet" size="s" icon={fills ? Minimize : Maximize} keys="f" onPress={fill}>{fills ? t`Leave the full screen` : t`Full screen`}</Button>}
              <Button icon={ArrowLeft} aria-label={t`Back`} isDisabled={isFirst} onPress={() => go("previous")} />
              <Button icon={ArrowRight} aria-label={t`Next`} isDisabled={isLast} onPress={() => go("next")} />
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
