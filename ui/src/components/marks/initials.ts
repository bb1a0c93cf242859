/** One or two letters that stand for a name, in any script. */

/** Scripts in which one sign is already a syllable or a word: two of them would be a name of their own. */
const wholeSign = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Scripts whose letters join: without a non-joiner two initials would run together into what looks like a word. */
const joining = /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}]/u;

/** "Dr.", "Prof.", "Mme.": more than one letter and a full stop. "J." is a name. */
const title = /^\p{L}{2,5}\.$/u;

const signs = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const firstSign = (word: string): string => {
  for (const { segment } of signs.segment(word)) if (/[\p{L}\p{N}]/u.test(segment)) return segment.toLocaleUpperCase();
  return "";
};

/** What the book knows of the parts of a name; empty: not said. */
export interface NameParts {
  given: string;
  family: string;
}

/** Of the given and the family name, in the order in which they stand in the name; nothing when one of them is not said. */
function initialsOfParts(name: string, { given, family }: NameParts): string | undefined {
  const both = [given, family].map((part) => ({ sign: firstSign(part), at: name.indexOf(part.trim()) }));
  if (both.some(({ sign }) => sign === "" || wholeSign.test(sign))) return undefined;
  const [first, last] = both.some(({ at }) => at < 0) ? both : both.sort((a, b) => a.at - b.at);
  return first && last && together(first.sign, last.sign);
}

const together = (first: string, last: string) => (joining.test(first) ? `${first}\u200c${last}` : first + last);

/** Of given and family name where they are known, otherwise of the first and the last word; of one word, its first sign; "?" when there is none. */
export function initialsOf(name: string, parts?: NameParts): string {
  const known = parts && initialsOfParts(name, parts);
  if (known) return known;
  const words = (/\p{L}/u.test(name) ? name.replace(/\p{N}+/gu, " ") : name).replace(/\([^)]*\)|"[^"]*"|“[^”]*”/g, " ").split(/[\s,·]+/u);
  const plain = words.filter((word) => !title.test(word));
  const signsOf = (list: string[]) => list.map(firstSign).filter(Boolean);
  const letters = plain.length > 0 && signsOf(plain).length > 0 ? signsOf(plain) : signsOf(words);
  const first = letters[0];
  if (first === undefined) return "?";
  const last = letters.length > 1 ? letters[letters.length - 1] : undefined;
  if (last === undefined || wholeSign.test(first)) return first;
  return together(first, last);
}
