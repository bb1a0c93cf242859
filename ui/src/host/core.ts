/** `core.people.list({…})`: every command of the core, typed by the generated list. A misspelt one does not compile. */
import { bridge } from "./bridge";
import type { Commands } from "./commands";
import { toFailure } from "./failure";
import { insideWindow, tauri } from "./tauri";
import type { Transport } from "./transport";

type Verb<Pair> = Pair extends [infer Input, infer Output]
  ? (...input: null extends Input ? [input?: Input] : [input: Input]) => Promise<Output>
  : never;

export type Core = { readonly [Room in keyof Commands]: { readonly [Name in keyof Commands[Room]]: Verb<Commands[Room][Name]> } };

/** The list of commands over one transport. */
export function coreOver(transport: Transport): Core {
  const room = (roomName: string) =>
    new Proxy({}, {
      get: (_, verb: string) => async (input?: unknown) => {
        try {
          return await transport.call(roomName, verb, input ?? null);
        } catch (thrown) {
          throw toFailure(thrown);
        }
      },
    });
  return new Proxy({}, { get: (_, name: string) => room(name) }) as Core;
}

let current: Transport | null = null;

/** The transport in use. */
export const transport = (): Transport => (current ??= insideWindow() ? tauri : bridge);

/** Puts another host in place: for tests and the gallery. */
export function hostedBy(other: Transport | null): void {
  current = other;
}

export const core: Core = coreOver({
  call: (room, verb, input) => transport().call(room, verb, input),
  listen: (hear) => transport().listen(hear),
});
