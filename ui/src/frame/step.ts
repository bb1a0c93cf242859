/** Writes take turns, so that what the journal says right after one is the step of that one and of no other. */
import { core } from "../host/core";

let turn: Promise<unknown> = Promise.resolve();

export interface Done<Output> {
  output: Output;
  /** The step that can be taken back; nothing when nothing was changed, or when nobody asked. */
  step: string | undefined;
}

/** Runs a write when those before it are done. `named`: asks which step it was. */
export function asStep<Output>(run: () => Promise<Output>, named: boolean): Promise<Done<Output>> {
  const mine = turn.then(async () => {
    if (!named) return { output: await run(), step: undefined };
    const before = await lastStep();
    const output = await run();
    const after = await lastStep();
    return { output, step: after === before ? undefined : after };
  });
  // One that fails does not keep the next from its turn.
  turn = mine.catch(() => undefined);
  return mine;
}

/** When every write that has begun has ended. */
export const settled = (): Promise<unknown> => turn;

/** Without an answer there is no step to name, and the write itself matters more. */
const lastStep = async (): Promise<string | undefined> => {
  try {
    return (await core.vault.nextSteps()).undo?.id;
  } catch {
    return undefined;
  }
};
