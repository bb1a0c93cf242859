/** On Today: letters that had no answer by the day one hoped for. An answer that is logged takes them off by itself. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { UnansweredLetter } from "../../bindings/UnansweredLetter";
import { Button } from "../../components/controls/Button";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { useFormat } from "../../frame/format";
import { useStart } from "./actions";
import css from "./batch.module.css";
import { useAnswerBy } from "./handActions";
import { useKindName } from "./kinds";
import { unanswered } from "./queries";

/** As many as Today has room for. */
const MOST = 5;

export function Unanswered() {
  const { t } = useLingui();
  const { data = [] } = useQuery(unanswered);
  if (data.length === 0) return null;
  return (
    <section className={css.unanswered}>
      <SectionHead title={t`No answer yet`} count={data.length} />
      <Card rows>
        <ul className={css.people} aria-label={t`No answer yet`}>
          {data.slice(0, MOST).map((letter) => <Row key={letter.id} letter={letter} />)}
        </ul>
      </Card>
    </section>
  );
}

function Row({ letter }: { letter: UnansweredLetter }) {
  const { t } = useLingui();
  const format = useFormat();
  const kindName = useKindName();
  const navigate = useNavigate();
  const start = useStart();
  const answerBy = useAnswerBy();
  const { id, person, kind, subject, wentAt } = letter;
  const name = person.name;
  const what = subject || kindName(kind);
  const day = format.day(wentAt);
  const follow = () => start.mutate({ person: person.id, kind: "checkIn", follows: id }, { onSuccess: ({ row }) => void navigate({ to: "/drafts/$draftId", params: { draftId: row.id } }) });
  return (
    <li className={css.person}>
      <div className={css.who}>
        <Link to="/people/$personId" params={{ personId: person.id }} className={css.link}><bdi>{name}</bdi></Link>
        <p className={css.why}><Link to="/drafts/$draftId" params={{ draftId: id }} className={css.quiet}><bdi>{what}</bdi></Link> · {t`went on ${day}`}</p>
      </div>
      <span className={css.deeds}>
        <Button size="s" aria-label={t`Follow up: ${name}`} isPending={start.isPending} onPress={follow}><Trans>Follow up</Trans></Button>
        <Button size="s" kind="quiet" aria-label={t`Wait no more: ${name}`} onPress={() => answerBy.mutate({ id })}><Trans>Wait no more</Trans></Button>
      </span>
    </li>
  );
}
