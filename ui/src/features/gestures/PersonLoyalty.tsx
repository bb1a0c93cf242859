/** On a person's page: perks they have and may have, points, when they will buy again, what would go with what they bought. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Gift } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { useFormat } from "../../frame/format";
import type { PersonPart } from "../../frame/personParts";
import css from "./gestures.module.css";
import { GivenPerks } from "./GivenPerks";
import { useGivePerk } from "./perkActions";
import { PointsPart } from "./PointsPart";
import { buysAgain, givenPerks, perksFor, pointsOf, wouldGoWith } from "./queries";

export function PersonLoyalty({ person }: PersonPart) {
  const { id } = person.row;
  const points = useQuery(pointsOf(id)).data ?? [];
  return (
    <>
      <Perks person={person} />
      {points.map((one) => <PointsPart key={one.programme} person={id} points={one} />)}
      <Next person={person} />
    </>
  );
}

function Perks({ person }: PersonPart) {
  const { t } = useLingui();
  const give = useGivePerk();
  const { id } = person.row;
  const given = useQuery(givenPerks({ person: id })).data ?? [];
  const may = useQuery(perksFor(id)).data ?? [];
  if (given.length === 0 && may.length === 0) return null;
  return (
    <section>
      <SectionHead title={t`Perks`} {...(given.length > 0 && { count: given.length })} />
      <GivenPerks byName given={given} />
      {may.length > 0 && (
        <ul className={css.examples} aria-label={t`They may have`}>
          {may.map(({ id: perk, name }) => <li key={perk}><Button size="s" icon={Gift} onPress={() => give.mutate({ perk, person: id })}>{t`Give: ${name}`}</Button></li>)}
        </ul>
      )}
    </section>
  );
}

function Next({ person }: PersonPart) {
  const { t } = useLingui();
  const format = useFormat();
  const { id } = person.row;
  const again = useQuery(buysAgain(id)).data;
  const with_ = useQuery(wouldGoWith(id)).data ?? [];
  if (!again && with_.length === 0) return null;
  const when = again ? format.day(again.expected) : "";
  const days = again?.days ?? 0;
  return (
    <section>
      <SectionHead title={t`What they may want next`} />
      {again && <p>{t`To be expected again about ${when}`} <span className={css.quiet}>· {plural(again.gap, { one: "every day", other: "every # days" })}, {t`seen on ${days} days`}</span></p>}
      <ul className={css.list} aria-label={t`Goes with what they have`}>
        {with_.map(({ id: pair, item, other, day, reason }) => {
          const on = format.fullDay(day);
          return <li key={pair} className={css.own}><span><Trans><bdi>{other}</bdi> goes with <bdi>{item}</bdi> of {on}</Trans>{reason && <span className={css.quiet}> · <bdi>{reason}</bdi></span>}</span></li>;
        })}
      </ul>
    </section>
  );
}
