/** One field for what was said: its first short line is the title of the touchpoint, the rest is the text. */

/** Longer than this, a first line is a sentence of the text and no title. */
const TITLE = 72;

export interface Note {
  title: string;
  text: string;
}

export function splitNote(note: string): Note {
  const whole = note.trim();
  const [first = "", ...rest] = whole.split("\n");
  if (first.trim().length > TITLE) return { title: "", text: whole };
  return { title: first.trim(), text: rest.join("\n").trim() };
}

export const joinNote = ({ title, text }: Note): string => [title, text].filter(Boolean).join("\n");
