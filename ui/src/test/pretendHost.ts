/** A core for tests: answers by "room.verb", remembers what it was asked, can tell news. */
import { CommandFailure } from "../host/failure";
import type { Topic } from "../host/commands";
import type { Transport } from "../host/transport";

/** An answer, or what makes one. Throw `refuse(code)` in it for a failure. */
export type Answers = Record<string, unknown>;

export interface PretendHost extends Transport {
  /** Every request so far. */
  asked: { verb: string; input: unknown }[];
  /** What the last request to this verb carried. */
  lastInput: (verb: string) => unknown;
  tell: (topics: readonly Topic[] | null) => void;
  answers: Answers;
}

export function pretendHost(answers: Answers = {}): PretendHost {
  const ears = new Set<(topics: readonly Topic[] | null) => void>();
  const asked: PretendHost["asked"] = [];
  return {
    asked,
    answers,
    lastInput: (verb) => asked.findLast((one) => one.verb === verb)?.input,
    tell: (topics) => ears.forEach((hear) => hear(topics)),
    async call(room, verb, input) {
      const name = `${room}.${verb}`;
      asked.push({ verb: name, input });
      // As in the core: whatever was asked before may have been a step.
      if (name === "vault.nextSteps" && !(name in answers)) return { undo: { id: `step-${asked.length}`, name: "", subject: "", at: 0 }, redo: null };
      if (!(name in answers)) throw new CommandFailure("unknownCommand", { name });
      const answer = answers[name];
      return typeof answer === "function" ? (answer as (input: unknown) => unknown)(input) : answer;
    },
    listen(hear) {
      ears.add(hear);
      return () => ears.delete(hear);
    },
  };
}

/** What a refusing answer throws. */
export const refuse = (code: CommandFailure["code"], details: Record<string, unknown> = {}) => new CommandFailure(code, details);
