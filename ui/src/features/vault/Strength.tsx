/** Says in words how hard the passphrase is to guess, with four small bars. */
import { useLingui } from "@lingui/react/macro";
import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import { join } from "../../components/join";
import { type Strength as Level, strengthOf } from "./strength";
import css from "./vault.module.css";

const levels: readonly Level[] = ["weak", "fair", "good", "strong"];
const words: Record<Level, MessageDescriptor> = {
  empty: msg`Four or more words that do not belong together are easy to keep and hard to guess.`,
  weak: msg`Easy to guess. Add words.`,
  fair: msg`Would hold off a person, not a computer. One or two more words.`,
  good: msg`Hard to guess.`,
  strong: msg`Very hard to guess.`,
};

export function Strength({ phrase }: { phrase: string }) {
  const { i18n } = useLingui();
  const level = strengthOf(phrase);
  const reached = levels.indexOf(level);
  return (
    <span className={css.strength}>
      {level !== "empty" && (
        <span className={css.steps} aria-hidden>
          {levels.map((one, i) => <span key={one} className={join(i <= reached && (reached < 2 ? css.low : css.on))} />)}
        </span>
      )}
      <span>{i18n._(words[level])}</span>
    </span>
  );
}
