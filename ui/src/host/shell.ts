/** What only the desktop window can do: ask for files and folders. In a browser these are absent, and screens offer a field instead. */
import { invoke } from "@tauri-apps/api/core";
import { insideWindow } from "./tauri";

export const shell = {
  /** Whether the host can open a dialog of the system. */
  canPick: insideWindow,
  /** A folder the user chose, or null. */
  pickFolder: async (): Promise<string | null> => (insideWindow() ? invoke<string | null>("pick_folder") : null),
};
