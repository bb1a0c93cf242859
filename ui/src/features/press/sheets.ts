/** What the dialog offers for what is on the page: sheets for paper, and text that other programs read. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { PressFormat } from "../../bindings/PressFormat";
import type { Sheet } from "../../bindings/Sheet";
import type { TextFormat } from "../../bindings/TextFormat";
import type { TextSheet } from "../../bindings/TextSheet";
import type { Printable } from "../../frame/printable";

/** A sheet with its name in the list. */
export interface Offered {
  id: string;
  name: MessageDescriptor;
  what: Sheet;
  /** Empty sheets name nobody. */
  isBlank: boolean;
  /** The same as text; blank sheets and comparisons have none. */
  text: TextSheet | null;
}

export type Form = PressFormat | TextFormat;

export const endings: Record<Form, string> = { pdf: "pdf", svg: "svg", png: "png", markdown: "md", csv: "csv", json: "json", jsonCanvas: "canvas", mermaid: "mmd" };

export const formNames: Record<Form, { name: MessageDescriptor; detail: MessageDescriptor }> = {
  pdf: { name: msg`PDF`, detail: msg`to print, to send` },
  svg: { name: msg`Drawing (SVG)`, detail: msg`for slides, at any size` },
  png: { name: msg`Picture (PNG)`, detail: msg`for anything else` },
  markdown: { name: msg`Markdown`, detail: msg`headings and bullets; comes back in` },
  csv: { name: msg`Table (CSV)`, detail: msg`spreadsheets; nothing in it can run` },
  json: { name: msg`JSON`, detail: msg`for programs` },
  jsonCanvas: { name: msg`Board (JSON Canvas)`, detail: msg`Obsidian and other boards` },
  mermaid: { name: msg`Diagram (Mermaid)`, detail: msg`in wikis and repositories` },
};

export const onPaper = ["pdf", "svg", "png"] as const satisfies readonly PressFormat[];

/** Whether a form is one of paper. */
export const isPaper = (form: Form): form is PressFormat => (onPaper as readonly Form[]).includes(form);

/** The forms in which a sheet can be had. */
export function formsOf({ text }: Offered): readonly Form[] {
  if (text === null) return onPaper;
  return [...onPaper, "markdown", "csv", "json", text.sheet === "canvas" ? "jsonCanvas" : "mermaid"];
}

/** What can be had of what is shown; the first is what is meant. */
export function sheetsOf(shown: Printable): readonly Offered[] {
  const { id } = shown;
  if (shown.sheet === "journey") {
    return [
      { id: "journey", name: msg`This map`, what: { sheet: "journey", journey: id }, isBlank: false, text: { sheet: "journey", journey: id } },
      { id: "blankJourney", name: msg`An empty map with these stages`, what: { sheet: "blankJourney", journey: id }, isBlank: true, text: null },
    ];
  }
  const compared: readonly Offered[] = shown.since === undefined ? [] : [{ id: "versions", name: msg`What has changed`, what: { sheet: "versions", from: shown.since, ...(shown.until !== undefined && { to: shown.until }) }, isBlank: false, text: null }];
  return [
    ...compared,
    { id: "canvas", name: msg`This canvas`, what: { sheet: "canvas", canvas: id }, isBlank: false, text: { sheet: "canvas", canvas: id } },
    { id: "questions", name: msg`The questions with their answers`, what: { sheet: "questions", canvas: id }, isBlank: false, text: null },
    { id: "matrix", name: msg`Channels by segment`, what: { sheet: "matrix", canvas: id }, isBlank: false, text: null },
    { id: "blankCanvas", name: msg`An empty canvas`, what: { sheet: "blankCanvas", canvas: id }, isBlank: true, text: null },
    { id: "blankQuestions", name: msg`The questions with room to write`, what: { sheet: "blankQuestions", canvas: id }, isBlank: true, text: null },
  ];
}

/** Without what systems do not allow in names of files, what would lead out of the folder, and what turns the writing round. */
export const fileNameOf = (title: string, ending: string): string => {
  const plain = title.replace(/[\\/:*?"<>|\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, " ").replace(/\s+/gu, " ").replace(/^[\s.]+|[\s.]+$/gu, "");
  return `${[...plain].slice(0, 80).join("").trim() || "sheet"}.${ending}`;
};
