/** Stands on every page: F notes a gesture, to whoever is in view; other rooms say to whom and what. */
import { useState } from "react";
import { useAction } from "../../frame/actions";
import { inView } from "../../frame/inView";
import { GestureDialog, type GestureOpened } from "./GestureDialog";

export function GiveGesture() {
  const [opened, open] = useState<GestureOpened | null>(null);
  useAction("gestures.give", (said) => open({ begin: { person: said?.person ?? inView()[0], what: said?.what, sort: said?.sort, idea: said?.idea } }));
  return <GestureDialog opened={opened} onClose={() => open(null)} />;
}
