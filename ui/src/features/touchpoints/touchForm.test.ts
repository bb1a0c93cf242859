/** What is filled in, as it goes to the core and comes back. */
import { expect, test } from "vitest";
import { aTouch, NOW } from "../../test/people";
import { joinNote, splitNote } from "./note";
import { blankTouch, formToEdit, formToLog, momentOf, touchAsForm } from "./touchForm";

test.each([
  ["", "", ""],
  ["Renewal call", "Renewal call", ""],
  ["Renewal call\nShe renewed.\nInvoices confuse her.", "Renewal call", "She renewed.\nInvoices confuse her."],
  ["  Renewal call \n\n She renewed. ", "Renewal call", "She renewed."],
  [`${"A long sentence ".repeat(6)}\nand more`, "", `${"A long sentence ".repeat(6)}\nand more`],
])("the note %j", (note, title, text) => expect(splitNote(note)).toEqual({ title, text }));

test("a note that is split and joined stays as it was", () => {
  for (const note of ["Renewal call", "Renewal call\nShe renewed.", `${"long ".repeat(30)}\nend`]) expect(joinNote(splitNote(note))).toBe(note.trim());
});

test.each([
  ["now", "2026-11-01", "x", undefined],
  ["yesterday", "2026-11-01", "14:30", "2026-11-22T14:30:00"],
  ["other", "2026-11-01", "9", "2026-11-01T09:00:00"],
  ["other", "2026-11-01", "9.05", "2026-11-01T09:05:00"],
  ["other", "2026-11-01", "24:00", null],
  ["other", "2026-11-01", "12:60", null],
  ["other", "2026-11-01", "noon", null],
] as const)("%s, %s, %s", (when, day, time, moment) => expect(momentOf({ when, day, time }, NOW)).toBe(typeof moment === "string" ? new Date(moment).getTime() : moment));

test("a feeling that nobody said is left out, and so are stages", () => {
  expect(formToLog(blankTouch([{ id: "a", name: "A" }], "chat", NOW), undefined)).toEqual({ people: ["a"], channel: "chat", direction: "outbound", title: "", text: "" });
});

test("a correction carries only what differs", () => {
  const touch = aTouch({ text: "She renewed." });
  const form = touchAsForm(touch);
  const at = momentOf(form, NOW) ?? undefined;
  expect(formToEdit(touch, form, at)).toEqual({ id: "t1" });
  expect(formToEdit(touch, { ...form, felt: 1, feltWord: "relieved" }, at)).toEqual({ id: "t1", felt: 1, feltWord: "relieved" });
  expect(formToEdit(touch, { ...form, felt: null, feltWord: "" }, at)).toEqual({ id: "t1", notFelt: true });
  expect(formToEdit(touch, { ...form, note: "Renewal" }, at)).toEqual({ id: "t1", title: "Renewal", text: "" });
});
