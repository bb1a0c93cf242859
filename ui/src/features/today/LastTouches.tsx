/** The last few touchpoints of a person, each in one line: how it felt, when, what. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { SectionHead } from "../../components/layout/Heads";
import { Felt } from "../../components/marks/Felt";
import { useFormat } from "../../frame/format";
import { useChannelName } from "../../strings/channels";
import { feelingOf, useFeelingWords } from "../../strings/feelings";
import { lastTouches } from "./queries";
import css from "./today.module.css";

export function LastTouches({ person }: { person: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const channelName = useChannelName();
  const { word } = useFeelingWords();
  const page = useQuery(lastTouches(person)).data;
  return (
    <section>
      <SectionHead title={t`Last touchpoints`} />
      {page && page.items.length === 0 && <p className={css.quiet}><Trans>Nothing is logged yet.</Trans></p>}
      {page && page.items.length > 0 && (
        <ol className={css.touches}>
          {page.items.map((touch) => {
            const channel = channelName(touch.channel);
            const words = touch.title || touch.text;
            return (
              <li key={touch.id} className={css.touch}>
                <span className={css.felt}>{touch.felt !== null && <Felt value={feelingOf(touch.felt)} word={word(feelingOf(touch.felt), touch.feltWord)} />}</span>
                <span className={css.when}>{format.day(touch.at)}</span>
                <span className={css.what} title={words}>{isSaid(words, channel) ? <bdi>{words}</bdi> : words ? <Trans>{channel}: <bdi>{words}</bdi></Trans> : channel}</span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

/** "Call: Renewal call" would say it twice. */
const isSaid = (words: string, channel: string) => words.toLocaleLowerCase().includes(channel.toLocaleLowerCase());
