/** At the foot of Today: whom its rules spare, with the segments that say so and why; the names on request. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { useFormat } from "../../frame/format";
import { spared } from "./queries";
import css from "./today.module.css";

export function SparedPeople() {
  const { t } = useLingui();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(spared);
  if (!data || data.count === 0) return null;
  const { count, segments, people } = data;
  const more = format.number(count - people.length);
  return (
    <section className={css.peace}>
      <SectionHead title={t`Spared`} count={format.number(count)} note={t`only in transactional segments`} />
      <Card className={css.spared}>
        <p>{t`${plural(count, { one: "# person gets no reminder here: for them, quick and easy counts.", other: "# people get no reminders here: for them, quick and easy counts." })}`}</p>
        <ul>
          {segments.map(({ segment, why }) => (
            <li key={segment.id}><Link to="/segments" search={{ show: segment.id } as never}><bdi>{segment.name}</bdi></Link>{why && <>: <bdi>{why}</bdi></>}</li>
          ))}
        </ul>
        <Button kind="quiet" size="s" aria-expanded={open} onPress={() => setOpen(!open)}>{open ? t`Hide the names` : t`Who?`}</Button>
        {open && (
          <p className={css.sparedNames}>
            {people.map(({ id, name }, i) => <span key={id}>{i > 0 && ", "}<Link to="/people/$personId" params={{ personId: id }}><bdi>{name}</bdi></Link></span>)}
            {count > people.length && <Trans> and {more} more</Trans>}
          </p>
        )}
      </Card>
    </section>
  );
}
