/** Listens for the keys of `frame/keys.ts`, once, for the whole window. */
import { useEffect } from "react";
import { isMac } from "../components/marks/KeyHint";
import { doAction } from "../frame/actions";
import { choices } from "../frame/choices";
import { type ActionId, keyedActions } from "../frame/keys";

interface Chord {
  key: string;
  mod: boolean;
  shift: boolean;
}

const chordOf = (keys: string): Chord => {
  const parts = keys.split("+");
  return { key: parts[parts.length - 1] ?? "", mod: parts.includes("mod"), shift: parts.includes("shift") };
};

/** The Latin letter on the key for layouts that write another script; a Latin layout means what it writes. */
const letterOf = (event: KeyboardEvent): string =>
  /^[^\x00-\x7f]$/.test(event.key) && /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key.toLowerCase();

/** Whether the event is these keys. Signs such as "?" are typed with Shift on some layouts and without on others. */
export function isChord(event: KeyboardEvent, keys: string, onMac = isMac()): boolean {
  const chord = chordOf(keys);
  const mod = onMac ? event.metaKey : event.ctrlKey;
  const otherMod = onMac ? event.ctrlKey : event.metaKey;
  if (event.altKey || otherMod || mod !== chord.mod || letterOf(event) !== chord.key) return false;
  return event.shiftKey === chord.shift || (chord.key.length === 1 && !/[a-z0-9]/.test(chord.key));
}

const writes = (target: Element) => target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=''], [contenteditable=true]") !== null;
/** Where letters already mean something: menus and choices jump to the word one types. A sheet above the page stops the page's keys. */
const hasOwnKeys = (target: Element) =>
  target.closest("[role=dialog], [role=alertdialog], [role=menu], [role=grid], [role=listbox]:not([data-keys=through])") !== null;

export function actionFor(event: KeyboardEvent, onMac = isMac()): ActionId | null {
  const target = event.target instanceof Element ? event.target : document.body;
  for (const id of Object.keys(keyedActions) as ActionId[]) {
    const { keys } = keyedActions[id];
    if (!isChord(event, keys, onMac)) continue;
    const { key, mod } = chordOf(keys);
    if (!mod && (writes(target) || hasOwnKeys(target) || !choices.now().letterKeys)) return null;
    if (mod && key === "z" && writes(target)) return null; // a field takes back its own typing
    return id;
  }
  return null;
}

export function useKeyboard(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const id = actionFor(event);
      if (id && doAction(id)) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
