/** What only the desktop window can do: the system's dialogs, the mail program, reminders. In a browser screens offer a field instead. */
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { insideWindow } from "./tauri";

/** One line of a dialog's list of kinds of file; endings without the dot. */
export interface FileKind {
  name: string;
  extensions: string[];
}

export const shell = {
  /** Whether the host can open a dialog of the system. */
  canPick: insideWindow,
  /** A folder the user chose, or null. */
  pickFolder: async (title?: string): Promise<string | null> => (insideWindow() ? invoke<string | null>("pick_folder", { title }) : null),
  /** A file to read, or null. */
  pickFile: async (title: string, filters: FileKind[]): Promise<string | null> =>
    insideWindow() ? invoke<string | null>("pick_file", { title, filters }) : null,
  /** Where to write a file, or null. `name` is what the dialog suggests. */
  saveFile: async (title: string, name: string, filters: FileKind[]): Promise<string | null> =>
    insideWindow() ? invoke<string | null>("save_file", { title, name, filters }) : null,
  /** Writes bytes (base64) where the user says; answers with the place, or null when nothing was written. */
  keepFile: async (title: string, name: string, filters: FileKind[], bytes: string): Promise<string | null> =>
    insideWindow() ? invoke<string | null>("keep_file", { title, name, filters, bytes }) : null,
  /** Hands a `mailto:` address to the mail program. The user sends it, or does not. */
  async openMailto(url: string): Promise<void> {
    if (insideWindow()) await invoke("open_mailto", { url });
    else window.open(url, "_self");
  },
  /** Opens a message file that the core wrote with the system's mail program. Nothing happens in a browser. */
  async openFile(path: string): Promise<void> {
    if (insideWindow()) await invoke("open_file", { path });
  },
  /** Shows a reminder of the system's kind. Words that a stranger may read over the shoulder. */
  async remind(title: string, body: string): Promise<void> {
    if (insideWindow()) await invoke("remind", { title, body });
  },
  /** Hears which files were dropped on the window. Returns how to stop. */
  onDropped(hear: (paths: readonly string[]) => void): () => void {
    if (!insideWindow()) return () => undefined;
    const stop = listen<{ paths: string[] }>("dropped", ({ payload }) => hear(payload.paths));
    return () => void stop.then((off) => off());
  },
};
