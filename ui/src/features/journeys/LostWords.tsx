/** What new customers say of being lost: the words, and the touchpoints in which they said so. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { OnboardingCheck } from "../../bindings/OnboardingCheck";
import type { Touchpoint } from "../../bindings/Touchpoint";
import { SectionHead } from "../../components/layout/Heads";
import { Chip } from "../../components/marks/Chip";
import { Felt } from "../../components/marks/Felt";
import { useFormat } from "../../frame/format";
import { useChannelName } from "../../strings/channels";
import { feelingOf, useFeelingWords } from "../../strings/feelings";
import css from "./onboarding.module.css";

export function LostWords({ check }: { check: OnboardingCheck }) {
  const { t } = useLingui();
  const { words, said } = check;
  return (
    <section>
      <SectionHead title={t`Confused or abandoned`} />
      {words.length === 0 && <p className={css.quiet}>{t`Nobody who is new says so. The words are those of the feelings you log: confused, overwhelmed, ignored, left alone.`}</p>}
      {words.length > 0 && (
        <ul className={css.wordList} aria-label={t`Their words`}>
          {words.map(({ word, kind, people }) => (
            <li key={`${kind} ${word}`}><Chip tone={kind === "abandoned" ? "danger" : "warn"}><bdi>{word}</bdi> · {plural(people, { one: "# person", other: "# people" })}</Chip></li>
          ))}
        </ul>
      )}
      <ul className={css.said}>{said.map((touch) => <Said key={touch.id} touch={touch} />)}</ul>
    </section>
  );
}

function Said({ touch }: { touch: Touchpoint }) {
  const format = useFormat();
  const channelName = useChannelName();
  const { word } = useFeelingWords();
  const { at, felt, feltWord, title, text, channel, people } = touch;
  const who = people[0];
  return (
    <li className={css.touch}>
      <span className={css.when}>{felt === null ? <bdi>{feltWord}</bdi> : <Felt value={feelingOf(felt)} word={word(feelingOf(felt), feltWord)} />} <span className={css.day}>{format.day(at)}</span>{who && <> <Link to="/people/$personId" params={{ personId: who.id }} className={css.name}><bdi>{who.name}</bdi></Link></>}</span>
      <q className={css.quote}><bdi>{text || title || channelName(channel)}</bdi></q>
    </li>
  );
}
