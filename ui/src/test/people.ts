/** Invented people and touchpoints for tests: whole records of which a test names only what it is about. */
import type { Person } from "../bindings/Person";
import type { PersonRow } from "../bindings/PersonRow";
import type { Touchpoint } from "../bindings/Touchpoint";

/** The day of the pictures; noon, so that it is that day nearly everywhere. */
export const NOW = new Date("2026-11-23T12:00:00").getTime();
export const DAY = 86_400_000;
export const ago = (days: number): number => NOW - days * DAY;

export const aRow = (part: Partial<PersonRow> = {}): PersonRow => ({
  id: "p1", name: "Marisol Reyes Ibarra", given: "", family: "", title: "Owner", organisation: "Café Trópico", stage: "retention", tags: [], touches: 4,
  lastAt: ago(63), lastFelt: -1, usualGapDays: 21, binnedAt: null, ...part,
});

export const aPerson = ({ row, ...part }: Partial<Omit<Person, "row">> & { row?: Partial<PersonRow> } = {}): Person => ({
  row: aRow(row),
  prefix: "", given: "Marisol", middle: "", family: "Reyes Ibarra", suffix: "", nickname: "", said: "", addressAs: "", formOfAddress: "", language: "",
  relation: "", preferredChannel: "", note: "", source: "", since: "", extra: [], createdAt: ago(900), reaches: [], roles: [], ties: [], dates: [], picture: null,
  ...part,
});

export const aTouch = (part: Partial<Touchpoint> = {}): Touchpoint => ({
  id: "t1", at: ago(63), channel: "phone", direction: "outbound", title: "Renewal call", text: "", felt: -1, feltWord: "let down", stage: "retention",
  loopStage: "", purpose: "", minutes: null, people: [{ id: "p1", name: "Marisol Reyes Ibarra" }], ...part,
});
