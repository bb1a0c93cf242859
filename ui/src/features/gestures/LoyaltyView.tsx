/** Loyalty: who is to be expected again, and programmes with points, what they are worth and who has most. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PenLine, Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { SectionHead } from "../../components/layout/Heads";
import { dayOf, useNow } from "../../frame/clock";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { useLetter } from "../../frame/letters";
import css from "./gestures.module.css";
import { useSaveProgramme } from "./perkActions";
import { ProgrammeCard } from "./ProgrammeCard";
import { followUps, programmes } from "./queries";

export function LoyaltyView() {
  return (
    <div className={css.view}>
      <Expected />
      <Programmes />
    </div>
  );
}

function Expected() {
  const { t } = useLingui();
  const format = useFormat();
  const write = useLetter();
  const day = dayOf(useNow());
  const all = useQuery(followUps(day)).data;
  if (!all) return null;
  return (
    <section>
      <SectionHead title={t`To be expected again`} {...(all.length > 0 && { count: all.length })} />
      {all.length === 0 && <p className={css.none}><Trans>Nobody in the next two weeks. Once somebody bought on three days, the middle of the gaps between them says when to expect them.</Trans></p>}
      <ul className={css.list} aria-label={t`To be expected again`}>
        {all.map(({ person, gap, days, expected, last }) => {
          const when = format.day(expected);
          const before = format.day(last);
          const name = isolated(person.name);
          return (
            <li key={person.id} className={css.own}>
              <Link to="/people/$personId" params={{ personId: person.id }} className={css.who}><bdi>{person.name}</bdi></Link>
              <span className={css.quiet}>{expected <= day ? t`was to be expected by ${when}` : t`about ${when}`} · {plural(gap, { one: "every day", other: "every # days" })}, {t`seen on ${days} days`}, {t`last ${before}`}</span>
              <span className={css.ends}><Button kind="quiet" size="s" icon={PenLine} aria-label={t`Write to ${name}`} onPress={() => write(person.id, "followUp")} /></span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Programmes() {
  const { t } = useLingui();
  const save = useSaveProgramme();
  const all = useQuery(programmes).data;
  const [name, setName] = useState("");
  if (!all) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "" && !save.isPending) save.mutate({ name }, { onSuccess: () => setName("") });
  };
  return (
    <section>
      <SectionHead title={t`Programmes`} {...(all.length > 0 && { count: all.length })} />
      {all.length === 0 && <p className={css.none}><Trans>Stamps, nights, points: what somebody gathers here, and what so many of them are worth. It is a ledger of yours; nobody logs in anywhere.</Trans></p>}
      <ul className={css.cards} aria-label={t`Programmes`}>
        {all.map((programme) => <li key={programme.id}><ProgrammeCard programme={programme} /></li>)}
      </ul>
      <form className={css.addLine} onSubmit={submit}>
        <TextField aria-label={t`A new programme`} value={name} onChange={setName} placeholder={t`Stamp card`} />
        <Button type="submit" size="s" icon={Plus} isDisabled={name.trim() === ""}>{t`Add the programme`}</Button>
      </form>
    </section>
  );
}
