/** A sheet above the page. Esc closes it; what was typed belongs to the caller, who keeps it. */
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as Sheet } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { join } from "../join";
import { Button } from "../controls/Button";
import css from "./Dialog.module.css";

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** Names the cross. */
  closeLabel: string;
  children: ReactNode;
  /** The buttons; the primary one last. */
  footer?: ReactNode;
  size?: "s" | "m" | "l";
  /** For the two things that cannot be undone: says what will be gone, and a click beside it does nothing. */
  grave?: boolean;
}

export function Dialog({ title, isOpen, onClose, closeLabel, children, footer, size = "m", grave }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!grave}
      className={css.veil}
    >
      <Modal className={join(css.modal, css[size])}>
        <Sheet className={css.sheet} role={grave ? "alertdialog" : "dialog"}>
          <header className={css.head}>
            <Heading slot="title" className={css.title}>{title}</Heading>
            {!grave && <Button kind="quiet" icon={X} aria-label={closeLabel} onPress={onClose} />}
          </header>
          <div className={css.body}>{children}</div>
          {footer && <footer className={css.foot}>{footer}</footer>}
        </Sheet>
      </Modal>
    </ModalOverlay>
  );
}
