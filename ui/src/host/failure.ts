/** A refused or failed command, as the window sees it: a code to act on, never a text to show. */
import type { Code } from "./commands";

export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
  constructor(
    readonly code: Code,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}

/** Anything thrown on the way to the core: what is not the core's own answer is a fault of ours. */
export function toFailure(thrown: unknown): CommandFailure {
  if (thrown instanceof CommandFailure) return thrown;
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && typeof thrown.code === "string") {
    const details = "details" in thrown && typeof thrown.details === "object" ? thrown.details : null;
    return new CommandFailure(thrown.code as Code, (details ?? {}) as Record<string, unknown>);
  }
  return new CommandFailure("broken");
}
