/** Who does what when a key is pressed, a button of the frame is clicked or a command is chosen in the palette. */
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import type { Channel } from "../bindings/Channel";
import type { GestureSort } from "../bindings/GestureSort";
import type { LetterKind } from "../bindings/LetterKind";
import type { LetterSheetKind } from "../bindings/LetterSheetKind";
import type { NamedPerson } from "../bindings/NamedPerson";
import type { Segment } from "../bindings/Segment";
import type { ActionId } from "./keys";

/** What can be said along with an action; a key says nothing. */
export interface Saying {
  "segments.new": { onMade?: (segment: Segment) => void };
  "touchpoints.log": { people?: readonly NamedPerson[]; channel?: Channel };
  "promises.add": { person?: NamedPerson; text?: string; due?: string; /** What it is about: "canvasNote:UUID". */ about?: string };
  "gestures.give": { person?: NamedPerson; what?: string; sort?: GestureSort; /** The id of the idea it came from. */ idea?: string };
  "press.letter": { people: readonly NamedPerson[]; /** The letter whose words stand on it. */ draft?: string; kind?: LetterSheetKind; /** Whether something was written. */ onClosed?: (printed: boolean) => void };
  "drafts.new": { /** To whom; without it, whom the page is about. */ person?: NamedPerson; kind?: LetterKind; /** The key of a template to begin with. */ template?: string };
  "drafts.many": { /** The segment to write to. */ segment?: string };
  /** A step of its own choosing; without it the last one. */
  "steps.undo": { step?: string };
}

type Said<Id extends ActionId> = Id extends keyof Saying ? Saying[Id] : never;
type Doer = (said?: unknown) => void;

/** The last one to offer an action does it: a page's own comes before the frame's. */
const doers = new Map<ActionId, readonly Doer[]>();
const ears = new Set<() => void>();
let offered: ReadonlySet<ActionId> = new Set();

function change(id: ActionId, list: readonly Doer[]): void {
  if (list.length > 0) doers.set(id, list);
  else doers.delete(id);
  offered = new Set(doers.keys());
  for (const hear of ears) hear();
}

/** Offers to do an action while the component is on the screen and `can` holds. */
export function useAction<Id extends ActionId>(id: Id, run: (said?: Said<Id>) => void, can = true): void {
  const now = useEffectEvent(run);
  useEffect(() => {
    if (!can) return;
    const doer: Doer = (said) => now(said as Said<Id> | undefined);
    change(id, [...(doers.get(id) ?? []), doer]);
    return () => change(id, (doers.get(id) ?? []).filter((one) => one !== doer));
  }, [id, can]);
}

/** Does it, if somebody offers to. */
export function doAction<Id extends ActionId>(id: Id, said?: Said<Id>): boolean {
  const doer = doers.get(id)?.at(-1);
  doer?.(said);
  return doer !== undefined;
}

const subscribe = (hear: () => void) => {
  ears.add(hear);
  return () => ears.delete(hear);
};

/** What can be done now. */
export const useOffered = (): ReadonlySet<ActionId> => useSyncExternalStore(subscribe, () => offered);
