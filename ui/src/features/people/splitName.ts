/** A guess at which part of a name is the given one and which the family's. Only ever a suggestion in a field that one can change. */

export interface NameParts {
  given: string;
  middle: string;
  family: string;
}

/** Small words that belong to the family name after them. */
const particles = new Set(
  "da das de del della den der di do dos du el el- la las le los ten ter van von vom vander zu zum zur af av bin ibn bint ben al al- y e i und mac mc st. st saint san santa".split(" "),
);
/** Letters that only Vietnamese writes: there the family name comes first and the given name last. */
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;
/** Han and Hangul without a space: one sign of family name, the rest given. */
const eastern = /^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u;

const none: NameParts = { given: "", middle: "", family: "" };

export function splitName(name: string): NameParts {
  const whole = name.trim().replace(/\s+/gu, " ");
  if (whole === "") return none;
  const [before, after] = whole.split(/\s*[,،]\s*/u);
  if (after !== undefined && before !== undefined) return { ...none, given: after, family: before };
  if (eastern.test(whole)) {
    const [family = "", ...given] = [...whole];
    return { ...none, given: given.join(""), family };
  }
  const words = whole.split(" ");
  const [first = "", ...rest] = words;
  if (rest.length === 0) return { ...none, given: first };
  if (vietnamese.test(whole)) return { given: rest.at(-1) ?? "", middle: rest.slice(0, -1).join(" "), family: first };
  const particle = rest.findIndex((word) => particles.has(word.toLocaleLowerCase()));
  if (particle >= 0 && particle < rest.length - 1) {
    return { ...none, given: [first, ...rest.slice(0, particle)].join(" "), family: rest.slice(particle).join(" ") };
  }
  // Initials between the first and the last word are given names; a second family name is commoner than a second given one.
  const middle = rest.slice(0, -1).filter((word) => /^\p{L}\.?$/u.test(word));
  return { given: first, middle: middle.join(" "), family: rest.filter((word) => !middle.includes(word)).join(" ") };
}
