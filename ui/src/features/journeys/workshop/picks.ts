/** What can be taken of a row of the workshop's table, and what was picked as the core wants it. */
import type { StepFeeling } from "../../../bindings/StepFeeling";
import type { WorkshopPick } from "../../../bindings/WorkshopPick";
import type { WorkshopRow } from "../../../bindings/WorkshopRow";

export const LEAVE = "leave";

export interface Choice {
  id: string;
  kind: "leave" | "median" | "voice" | "unsaid";
  feeling: StepFeeling | null;
  /** Whose: 0 is the leader's map. */
  voice: number;
}

/** Leaving it comes first; what would change nothing is not offered. */
export function choicesOf(row: WorkshopRow): Choice[] {
  const ours = row.felt[0] ?? null;
  const changes = (felt: StepFeeling | null | undefined): felt is StepFeeling => felt != null && !(ours !== null && felt.value === ours.value && felt.word === ours.word);
  const choices: Choice[] = [{ id: LEAVE, kind: "leave", feeling: null, voice: 0 }];
  if (row.n > 1 && changes(row.takes)) choices.push({ id: "median", kind: "median", feeling: row.takes, voice: 0 });
  row.felt.forEach((felt, voice) => {
    if (voice > 0 && changes(felt)) choices.push({ id: String(voice), kind: "voice", feeling: felt, voice });
  });
  if (row.step === null) choices.push({ id: "unsaid", kind: "unsaid", feeling: null, voice: 0 });
  return choices;
}

export function pickOf(key: string, choice: string): WorkshopPick[] {
  if (choice === LEAVE) return [];
  if (choice === "median") return [{ key, feeling: { take: "median" } }];
  if (choice === "unsaid") return [{ key, feeling: { take: "unsaid" } }];
  return [{ key, feeling: { take: "voice", voice: Number(choice) } }];
}

/** The middle for every row about which they agree, where it changes something. */
export function agreed(rows: readonly WorkshopRow[]): Record<string, string> {
  return Object.fromEntries(rows.filter((row) => !row.apart && row.step !== null && choicesOf(row).some(({ id }) => id === "median")).map((row) => [row.key, "median"]));
}
