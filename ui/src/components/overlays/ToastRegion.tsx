/** Where toasts stand: bottom left of the page, read out politely, with the way back as a button. */
import { X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { join } from "../join";
import { Button } from "../controls/Button";
import css from "./ToastRegion.module.css";
import { type Toast, toasts } from "./toasts";

/** Long enough to read and to reach for the button; standing still while looked at or focused. */
const SHOWN_MS = 9000;

export function ToastRegion({ label, closeLabel }: { label: string; closeLabel: string }) {
  const list = useSyncExternalStore(toasts.subscribe, toasts.now);
  return (
    <section className={css.region} aria-label={label} data-react-aria-top-layer="true">
      <div role="log" aria-live="polite" className={css.list}>
        {list.map((toast) => <OneToast key={toast.id} toast={toast} closeLabel={closeLabel} />)}
      </div>
    </section>
  );
}

function OneToast({ toast, closeLabel }: { toast: Toast; closeLabel: string }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => toasts.close(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  const { action } = toast;
  return (
    <div
      className={join(css.toast, toast.tone === "danger" && css.danger)}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={css.text}>{toast.text}</span>
      {action && (
        <Button
          kind="quiet"
          size="s"
          className={css.action}
          onPress={() => {
            toasts.close(toast.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <Button kind="quiet" size="s" icon={X} className={css.close} aria-label={closeLabel} onPress={() => toasts.close(toast.id)} />
    </div>
  );
}
