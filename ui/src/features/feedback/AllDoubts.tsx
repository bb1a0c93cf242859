/** Every doubt that is open, the oldest first, each with whose it is. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { EmptyState, Notice } from "../../components/layout/States";
import { useSentence } from "../../strings/sentences";
import { DoubtRow } from "./DoubtRow";
import css from "./feedback.module.css";
import { openDoubts } from "./queries";

const PAGE = 50;
const MOST = 500;

export function AllDoubts() {
  const { t } = useLingui();
  const sentence = useSentence();
  const [limit, setLimit] = useState(PAGE);
  const [clearing, clear] = useState<string | null>(null);
  const { data, error } = useQuery(openDoubts(limit));
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!data) return null;
  if (data.items.length === 0) return <EmptyState title={t`No doubt is open`} text={t`What somebody is not sure of is noted on their page, with the touchpoint in which they said it. It stands here until it is cleared with an answer.`} />;
  return (
    <>
      <ul className={css.list} aria-label={t`Open doubts`}>
        {data.items.map((doubt) => (
          <li key={doubt.id}>
            <DoubtRow
              doubt={doubt}
              who={<Link to="/people/$personId" params={{ personId: doubt.person.id }} className={css.who}><bdi>{doubt.person.name}</bdi></Link>}
              clearing={clearing === doubt.id}
              onClear={(clears) => clear(clears ? doubt.id : null)}
            />
          </li>
        ))}
      </ul>
      {data.total > data.items.length && limit < MOST && <Button onPress={() => setLimit(Math.min(MOST, limit * 4))}><Trans>Show more</Trans></Button>}
    </>
  );
}
