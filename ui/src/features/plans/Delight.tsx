/** Surprises: ideas, what was given and what it cost, and who has gone long without one. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Gift, Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { ListRow } from "../../components/layout/ListRow";
import { Avatar } from "../../components/marks/Avatar";
import { doAction } from "../../frame/actions";
import { dayOf, useNow } from "../../frame/clock";
import { useFormat } from "../../frame/format";
import { currencies, moneyText } from "../../frame/money";
import { useRemoveIdea, useSaveIdea } from "./actions";
import css from "./plans.module.css";
import { ideas, surprises, unsurprised } from "./queries";
import { TouchLine } from "./TouchLine";

export function Delight() {
  return (
    <div className={css.two}>
      <Without />
      <div className={css.column}>
        <Ideas />
        <Given />
      </div>
    </div>
  );
}

function Without() {
  const { t } = useLingui();
  const format = useFormat();
  const [months, setMonths] = useState("6");
  const page = useQuery(unsurprised(Number(months), 8, dayOf(useNow()))).data;
  const options = ["3", "6", "12", "24"].map((id) => ({ id, label: t`for ${id} months` }));
  return (
    <section>
      <SectionHead
        title={t`Not surprised`}
        count={page && format.number(page.total)}
        note={<Select plain quietLabel label={t`For how long`} value={months} onChange={setMonths} options={options} />}
      />
      {page?.total === 0 && <p className={css.quiet}><Trans>Every customer was delighted by something in that time.</Trans></p>}
      {page && page.total > 0 && (
        <Card rows>
          <ul aria-label={t`Not surprised`}>
            {page.items.map(({ person, since }) => {
              const { id, name } = person;
              const day = since === null ? "" : format.day(since);
              return (
                <li key={id} className={css.item}>
                  <ListRow
                    mark={<Avatar name={name} parts={person} />}
                    title={<Link to="/people/$personId" params={{ personId: id }} className={css.who}>{name}</Link>}
                    aside={person.organisation}
                    text={since === null ? <Trans>never yet, as far as the log says</Trans> : <Trans>last on {day}</Trans>}
                    end={<Button size="s" icon={Gift} aria-label={t`Note a surprise for ${name}`} onPress={() => doAction("gestures.give", { person: { id, name }, sort: "surprise" })} />}
                  />
                </li>
              );
            })}
          </ul>
        </Card>
      )}
    </section>
  );
}

function Ideas() {
  const { t } = useLingui();
  const format = useFormat();
  const save = useSaveIdea();
  const remove = useRemoveIdea();
  const [text, setText] = useState("");
  const kept = useQuery(ideas).data?.filter(({ purpose }) => purpose === "surprise") ?? [];
  const add = () => {
    if (text.trim() !== "") save.mutate({ purpose: "surprise", text: text.trim() }, { onSuccess: () => setText("") });
  };
  return (
    <section>
      <SectionHead title={t`Ideas for surprises`} count={kept.length > 0 ? format.number(kept.length) : undefined} />
      <ul className={css.ideas} aria-label={t`Ideas for surprises`}>
        {kept.map(({ id, text: idea, given }) => {
          const times = format.number(given);
          return (
            <li key={id} className={css.idea}>
              <span className={css.ideaText}><bdi>{idea}</bdi> {given > 0 && <span className={css.quiet}><Trans>given {times} times</Trans></span>}</span>
              <Button kind="quiet" size="s" icon={Gift} aria-label={t`Give it: ${idea}`} onPress={() => doAction("gestures.give", { what: idea, sort: "surprise", idea: id })} />
              <Button kind="quiet" size="s" icon={X} aria-label={t`Remove the idea: ${idea}`} onPress={() => remove.mutate(id)} />
            </li>
          );
        })}
      </ul>
      <form
        className={css.addLine}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField aria-label={t`An idea for a surprise`} value={text} onChange={setText} placeholder={t`A book they once spoke of`} />
        <Button type="submit" size="s" icon={Plus} aria-label={t`Keep the idea`} />
      </form>
    </section>
  );
}

function Given() {
  const { t } = useLingui();
  const format = useFormat();
  const known = useQuery(currencies).data ?? [];
  const all = useQuery(surprises).data?.filter(({ cost }) => cost !== null).slice(0, 6) ?? [];
  if (all.length === 0) return null;
  return (
    <section>
      <SectionHead title={t`What they cost`} />
      <ul className={css.touches}>
        {all.map(({ touch, cost, currency }) => (
          <li key={touch.id} className={css.given}>
            <TouchLine touch={touch} />
            <span className={css.number}>{moneyText(format.region, cost ?? 0, currency, known.find(({ code }) => code === currency)?.digits ?? 2)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
