/** The way to the core. Chosen once, at start: the window's own, or the loopback bridge that tests use. */
import type { Topic } from "./commands";

export interface Transport {
  /** Sends one request. Rejects with what the core answered. */
  call(room: string, verb: string, input: unknown): Promise<unknown>;
  /** Hears which topics became stale; `null` means that news may have been missed. Returns how to stop. */
  listen(hear: (topics: readonly Topic[] | null) => void): () => void;
}

/** News comes as a list of topics, bare or under `topics`. */
export function topicsOf(payload: unknown): readonly Topic[] | null {
  if (Array.isArray(payload)) return payload as Topic[];
  if (typeof payload === "object" && payload !== null && "topics" in payload) return topicsOf(payload.topics);
  return null;
}
