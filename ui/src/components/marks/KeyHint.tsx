/** Which keys do it: ⌘K on a Mac, Ctrl K elsewhere. A picture for the eye; screen readers hear the action's own shortcut. */
import css from "./marks.module.css";

export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform || navigator.userAgent);

const mac: Record<string, string> = { tab: "⇥", home: "Home", end: "End", space: "Space", mod: "⌘", shift: "⇧", alt: "⌥", enter: "⏎", escape: "esc", delete: "⌫" };
const other: Record<string, string> = { tab: "Tab", home: "Home", end: "End", space: "Space", mod: "Ctrl", shift: "Shift", alt: "Alt", enter: "Enter", escape: "Esc", delete: "Del" };
const arrows: Record<string, string> = { arrowup: "↑", arrowdown: "↓", arrowleft: "←", arrowright: "→", arrows: "← ↑ ↓ →" };

/** `mod+shift+z` as it stands on the keycaps. */
export function keyText(keys: string, onMac = isMac()): string {
  const names = onMac ? mac : other;
  const caps = keys.split("+").map((part) => names[part] ?? arrows[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return caps.join(onMac ? "" : " ");
}

export function KeyHint({ keys }: { keys: string }) {
  // Drawn by the style sheet: as text it would be part of what the button is called.
  return <kbd className={css.key} aria-hidden data-keys={keyText(keys)} />;
}
