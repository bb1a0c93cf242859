/** How giving has felt to us and to them: the last gestures as marks, with their number. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Felt } from "../../components/marks/Felt";
import { useFormat } from "../../frame/format";
import { feelingOf, useFeelingWords } from "../../strings/feelings";
import css from "./gestures.module.css";
import { givingMood } from "./queries";
import { useMoodWord } from "./words";

export function MoodLine() {
  const { t } = useLingui();
  const format = useFormat();
  const moodWord = useMoodWord();
  const { word } = useFeelingWords();
  const { data } = useQuery(givingMood);
  if (!data || data.mean === null) return null;
  const mean = moodWord(feelingOf(data.mean));
  const of = plural(data.said, { one: "of one gesture", other: "of # gestures" });
  return (
    <div className={css.moodLine}>
      <p><span className={css.label}>{t`How giving felt to us`}</span> <strong>{mean}</strong> <span className={css.quiet}>{t`on average, ${of}`}</span></p>
      <ul className={css.moods} aria-label={t`How giving felt to us`}>
        {data.days.map(({ day, ours, theirs }, at) => {
          const when = format.day(day);
          const us = moodWord(feelingOf(ours));
          const them = theirs === null ? t`not said` : word(feelingOf(theirs));
          return <li key={at}><Felt value={feelingOf(ours)} word={t`${when}, to us: ${us}; to them: ${them}`} /></li>;
        })}
      </ul>
    </div>
  );
}
