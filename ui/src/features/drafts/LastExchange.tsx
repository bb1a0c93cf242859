/** The last exchange with somebody, above the letter one writes to them. */
import { Trans } from "@lingui/react/macro";
import type { Draft } from "../../bindings/Draft";
import { Felt } from "../../components/marks/Felt";
import { useFormat } from "../../frame/format";
import { useChannelName } from "../../strings/channels";
import { feelingOf, useFeelingWords } from "../../strings/feelings";
import css from "./coach.module.css";

export function LastExchange({ draft: { last } }: { draft: Draft }) {
  const format = useFormat();
  const channelName = useChannelName();
  const { word } = useFeelingWords();
  if (!last) return <p className={css.quiet}><Trans>Nothing is logged with them yet.</Trans></p>;
  const day = format.day(last.at);
  const about = last.title || last.text || channelName(last.channel);
  return (
    <p className={css.last}>
      {last.felt !== null && <Felt value={feelingOf(last.felt)} word={word(feelingOf(last.felt), last.feltWord)} />}
      <span className={css.when}><Trans>Last exchange, {day}:</Trans></span>
      <bdi className={css.what}>{about}</bdi>
    </p>
  );
}
