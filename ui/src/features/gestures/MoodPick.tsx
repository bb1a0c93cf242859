/** How giving it felt to us: said with one choice, where the gesture stands. */
import { useLingui } from "@lingui/react/macro";
import type { Gesture } from "../../bindings/Gesture";
import { Select } from "../../components/controls/Select";
import { feelings } from "../../strings/feelings";
import { useSayMood } from "./actions";
import css from "./gestures.module.css";
import { useMoodWord } from "./words";

const UNSAID = "unsaid";

export function MoodPick({ gesture }: { gesture: Gesture }) {
  const { t } = useLingui();
  const word = useMoodWord();
  const say = useSayMood();
  const name = gesture.what;
  const options = feelings.map((value) => {
    const felt = word(value);
    return { id: String(value), label: t`To us: ${felt}` };
  });
  return (
    <Select
      plain
      quietLabel
      className={css.mood}
      label={t`How giving felt to us: ${name}`}
      value={gesture.ourMood === null ? UNSAID : String(gesture.ourMood)}
      onChange={(to) => say.mutate({ id: gesture.id, ...(to !== UNSAID && { mood: Number(to) }) })}
      options={[{ id: UNSAID, label: t`How was it for us?` }, ...options]}
    />
  );
}
