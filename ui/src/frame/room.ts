/** What a room tells the frame about itself. */
import type { MessageDescriptor } from "@lingui/core";
import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { ActionId } from "./keys";

export interface Room {
  /** The same as in the core, the command list and the folder. */
  name: string;
  label: MessageDescriptor;
  icon: LucideIcon;
  /** Its path in the window; one of `app/routes.tsx`. */
  path: string;
  /** The action that goes there, with its key. */
  go: ActionId;
  place: "main" | "foot";
  /** The number beside its name; undefined shows none. A hook: called once for each drawing of the entry. */
  useCount?: () => number | undefined;
}

/** What a room keeps on the screen whatever page is shown: its actions, palette sources and dialogs. */
export type Standing = ComponentType;
