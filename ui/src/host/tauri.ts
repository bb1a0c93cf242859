/** The way to the core from inside the desktop window. */
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { topicsOf, type Transport } from "./transport";

export const insideWindow = () => "__TAURI_INTERNALS__" in window;

export const tauri: Transport = {
  call: (room, verb, input) => invoke("call", { room, verb, input }),
  listen(hear) {
    const stop = listen("changed", (event) => hear(topicsOf(event.payload)));
    return () => void stop.then((off) => off());
  },
};
