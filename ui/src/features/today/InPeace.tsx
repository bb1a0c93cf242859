/** At the foot of Today: who is left in peace and until when, with the way to end it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { AlarmClock } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { ListRow } from "../../components/layout/ListRow";
import { Avatar } from "../../components/marks/Avatar";
import { useFormat } from "../../frame/format";
import { useWake } from "./actions";
import { snoozed } from "./queries";
import css from "./today.module.css";

/** The day is part of the question: peace ends by itself. */
export function InPeace({ day }: { day: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const wake = useWake();
  const list = useQuery(snoozed(day)).data ?? [];
  if (list.length === 0) return null;
  return (
    <section className={css.peace}>
      <SectionHead title={t`Left in peace`} count={format.number(list.length)} note={t`back on Today by themselves`} />
      <Card rows>
        <ul aria-label={t`Left in peace`}>
          {list.map(({ person, until, reason }) => {
            const { id, name, organisation } = person;
            const back = format.day(until);
            return (
              <li key={id} className={css.row}>
                <ListRow
                  mark={<Avatar name={name} parts={person} />}
                  title={<Link to="/people/$personId" params={{ personId: id }} className={css.peaceName}>{name}</Link>}
                  aside={organisation}
                  text={reason ? <Trans>until {back} · <bdi>{reason}</bdi></Trans> : <Trans>until {back}</Trans>}
                  end={<Button size="s" icon={AlarmClock} aria-label={t`Wake ${name}`} onPress={() => wake.mutate({ id, name })}><Trans>Wake</Trans></Button>}
                />
              </li>
            );
          })}
        </ul>
      </Card>
    </section>
  );
}
