/** What one knows of the person while writing: the last exchange, and what to remember. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Draft } from "../../bindings/Draft";
import { SectionHead } from "../../components/layout/Heads";
import { Felt } from "../../components/marks/Felt";
import { useFormat } from "../../frame/format";
import { useChannelName } from "../../strings/channels";
import { feelingOf, useFeelingWords } from "../../strings/feelings";
import css from "./coach.module.css";

export function Known({ draft }: { draft: Draft }) {
  const { t } = useLingui();
  const format = useFormat();
  const channelName = useChannelName();
  const { word } = useFeelingWords();
  const { last, remember, row } = draft;
  return (
    <section>
      <SectionHead title={t`What you know`} note={<Link to="/people/$personId" params={{ personId: row.person.id }}><Trans>Their page</Trans></Link>} />
      {last ? (
        <p className={css.last}>
          {last.felt !== null && <Felt value={feelingOf(last.felt)} word={word(feelingOf(last.felt), last.feltWord)} />}
          <span className={css.when}>{format.day(last.at)}</span>
          <bdi className={css.what}>{last.title || last.text || channelName(last.channel)}</bdi>
        </p>
      ) : (
        <p className={css.quiet}><Trans>Nothing is logged with them yet.</Trans></p>
      )}
      {remember ? <p className={css.remember} dir="auto">{remember}</p> : <p className={css.quiet}><Trans>Nothing is noted to remember.</Trans></p>}
    </section>
  );
}
