/** How hard a passphrase is to guess, roughly and in four steps. It measures, it forbids nothing: the core sets the least length. */

export type Strength = "empty" | "weak" | "fair" | "good" | "strong";

/** What people type when they are asked for a password, in several languages and on several keyboards. */
const common = /passw|kennwort|contrase|motdepasse|qwert|azert|asdf|1234|abcd|letmein|welcome|admin|rapport|secret|iloveyou/i;

/** Bits a patient guesser would have to try: distinct signs count by their alphabet, repeats and runs nearly nothing. */
export function guessBits(phrase: string): number {
  const signs = [...phrase];
  const alphabet =
    (/\p{Ll}/u.test(phrase) ? 26 : 0) + (/\p{Lu}/u.test(phrase) ? 26 : 0) + (/\p{N}/u.test(phrase) ? 10 : 0) +
    (/[^\p{L}\p{N}]/u.test(phrase) ? 20 : 0) + (/\p{Lo}/u.test(phrase) ? 200 : 0);
  const fresh = signs.filter((sign, i) => !follows(signs[i - 1], sign) && sign !== signs[i - 2]).length;
  const words = new Set(phrase.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2));
  // Several words are guessed word by word, not letter by letter: about 12 bits each for words people choose.
  const bySign = fresh * Math.log2(Math.max(alphabet, 2)) * 0.75;
  const byWord = words.size >= 3 ? words.size * 12 + 4 : Infinity;
  const bits = Math.min(bySign, byWord);
  return common.test(phrase) ? bits / 2 : bits;
}

const follows = (before: string | undefined, sign: string): boolean => {
  if (before === undefined) return false;
  const gap = (sign.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
  return Math.abs(gap) <= 1;
};

export function strengthOf(phrase: string): Strength {
  if (phrase === "") return "empty";
  const bits = guessBits(phrase);
  return bits < 30 || [...phrase].length < 8 ? "weak" : bits < 45 ? "fair" : bits < 60 ? "good" : "strong";
}
