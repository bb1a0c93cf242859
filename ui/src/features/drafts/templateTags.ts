/** What stands in a template between its words: fields, conditions, and what only those understand who write them by hand. */

interface Place {
  from: number;
  to: number;
}

export interface FieldTag extends Place {
  kind: "field";
  field: string;
  /** How it is written: `month`, `list_and`; empty: as it is. */
  shape: string;
  /** The field that stands there when it is missing; empty: none. */
  orField: string;
  /** The words that stand there when that is missing too; null: none, and the letter waits. */
  orWords: string | null;
}

export interface RuleTag extends Place {
  kind: "if" | "elif";
  field: string;
}

export interface PlainTag extends Place {
  kind: "else" | "endif" | "other";
  raw: string;
}

export type Tag = FieldTag | RuleTag | PlainTag;

const NAME = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
const QUOTED = /^"((?:[^"\\]|\\.)*)"$|^'((?:[^'\\]|\\.)*)'$/s;
const STEP = /\|\s*(\w+)\s*(?:\(\s*((?:[^()"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*?)\s*\))?\s*/gs;

/** The tags of a template, in order. */
export const tags = (template: string): Tag[] =>
  [...template.matchAll(/\{\{.*?\}\}|\{%.*?%\}/gs)].map(({ index, 0: raw }) => tagOf(raw, { from: index, to: index + raw.length }));

function tagOf(raw: string, at: Place): Tag {
  const inside = raw.slice(2, -2).trim();
  if (raw.startsWith("{{")) return fieldIn(inside, at) ?? { kind: "other", raw: inside, ...at };
  const [, word = "", rest = ""] = /^(\w+)\s*(.*)$/s.exec(inside) ?? [];
  if ((word === "if" || word === "elif") && NAME.test(rest)) return { kind: word, field: rest, ...at };
  return { kind: rest === "" && (word === "else" || word === "endif") ? word : "other", raw: inside, ...at };
}

function fieldIn(inside: string, at: Place): FieldTag | null {
  const cut = inside.indexOf("|");
  const field = (cut < 0 ? inside : inside.slice(0, cut)).trim();
  const rest = cut < 0 ? "" : inside.slice(cut);
  if (!NAME.test(field)) return null;
  const tag: FieldTag = { kind: "field", field, shape: "", orField: "", orWords: null, ...at };
  let read = 0;
  for (const { 0: step, 1: name = "", 2: argument = "", index } of rest.matchAll(STEP)) {
    if (index !== read || tag.orWords !== null) return null;
    read += step.length;
    const words = QUOTED.exec(argument);
    if (name === "default" && words) tag.orWords = (words[1] ?? words[2] ?? "").replace(/\\(.)/gs, "$1");
    else if (name === "default" && NAME.test(argument) && tag.orField === "") tag.orField = argument;
    else if (name !== "default" && argument === "" && tag.shape === "" && tag.orField === "") tag.shape = name;
    else return null;
  }
  return read === rest.length ? tag : null;
}

const quoted = (words: string) => `"${words.replace(/["\\]/g, "\\$&")}"`;

/** A field as it stands in a template. */
export const written = ({ field, shape, orField, orWords }: Omit<FieldTag, "from" | "to" | "kind">): string =>
  `{{ ${[field, shape, orField && `default(${orField})`, orWords !== null && `default(${quoted(orWords)})`].filter(Boolean).join("|")} }}`;
