/** A touchpoint in one line: how it felt, when, with whom, what. */
import { Link } from "@tanstack/react-router";
import type { Touchpoint } from "../../bindings/Touchpoint";
import { Felt } from "../../components/marks/Felt";
import { useFormat } from "../../frame/format";
import { useChannelName } from "../../strings/channels";
import { feelingOf, useFeelingWords } from "../../strings/feelings";
import css from "./plans.module.css";

export function TouchLine({ touch, bare = false }: { touch: Touchpoint; /** Whom it was with is known already. */ bare?: boolean }) {
  const format = useFormat();
  const channelName = useChannelName();
  const { word } = useFeelingWords();
  const words = touch.title || touch.text || channelName(touch.channel);
  const who = touch.people[0];
  return (
    <span className={css.touch}>
      <span className={css.felt}>{touch.felt !== null && <Felt value={feelingOf(touch.felt)} word={word(feelingOf(touch.felt), touch.feltWord)} />}</span>
      <span className={css.whenDay}>{format.day(touch.at)}</span>
      {!bare && who && <Link to="/people/$personId" params={{ personId: who.id }} className={css.who}><bdi>{who.name}</bdi></Link>}
      <span className={css.what} title={words}><bdi>{words}</bdi></span>
    </span>
  );
}
