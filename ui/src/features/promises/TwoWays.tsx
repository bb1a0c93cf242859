/** What one person was told in two ways: two figures of one thing, side by side, for somebody to look at. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Contradiction } from "../../bindings/Contradiction";
import type { Said } from "../../bindings/Said";
import { EmptyState, Notice } from "../../components/layout/States";
import { Chip } from "../../components/marks/Chip";
import { useFormat } from "../../frame/format";
import { useChannelName } from "../../strings/channels";
import { useSentence } from "../../strings/sentences";
import css from "./expectations.module.css";
import { contradictions } from "./queries";
import { topicNames } from "./topicNames";

export function TwoWays() {
  const { t } = useLingui();
  const sentence = useSentence();
  const { data, error } = useQuery(contradictions({}));
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!data) return <p className={css.none} role="status"><Trans>Reading what was said in the last year…</Trans></p>;
  if (data.length === 0) return <EmptyState title={t`Nobody was told two things`} text={t`Prices, discounts, times and warranties of the last year are compared, in letters, notes of calls and what was noted as told. Only figures are: what words mean is yours to judge.`} />;
  return <Pairs pairs={data} withPerson />;
}

export function Pairs({ pairs, withPerson = false }: { pairs: readonly Contradiction[]; withPerson?: boolean }) {
  const { t, i18n } = useLingui();
  return (
    <ul className={css.plain} aria-label={t`Told in two ways`}>
      {pairs.map(({ person, topic, first, then }) => (
        <li key={[person.id, topic, first.day, then.day, then.written].join()} className={css.row}>
          <p className={css.facts}>
            <span className={css.mark}><Chip>{i18n._(topicNames[topic])}</Chip></span>
            {withPerson && <span><Link to="/people/$personId" params={{ personId: person.id }} className={css.who}><bdi>{person.name}</bdi></Link></span>}
          </p>
          <div className={css.pair}>
            <Side said={first} />
            <Side said={then} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Side({ said: { written, text, day, channel } }: { said: Said }) {
  const { t } = useLingui();
  const format = useFormat();
  const name = useChannelName();
  return (
    <div className={css.side}>
      <p className={css.facts}>
        <span className={css.figure}><bdi>{written}</bdi></span>
        <span>{format.fullDay(day)}</span>
        <span>{channel === null ? t`noted as told` : name(channel)}</span>
      </p>
      <p className={css.quote}><bdi>{text}</bdi></p>
    </div>
  );
}
