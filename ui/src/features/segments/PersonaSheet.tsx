/** One persona: who they are, what was really said, and the people of the segment beside it. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Quote, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Persona } from "../../bindings/Persona";
import type { PersonaQuote } from "../../bindings/PersonaQuote";
import { Button } from "../../components/controls/Button";
import { Card } from "../../components/layout/Card";
import { Facts } from "../../components/layout/Facts";
import { SectionHead } from "../../components/layout/Heads";
import { Chip } from "../../components/marks/Chip";
import { InPlace } from "../../frame/InPlace";
import { useFormat } from "../../frame/format";
import { core } from "../../host/core";
import { useRemovePersona, useRemoveQuote, useSavePersona } from "./actions";
import { FigureCell } from "./FigureCell";
import css from "./plan.module.css";
import { pulseOf } from "./queries";
import { QuotePick } from "./QuotePick";
import { usePulse } from "./usePulse";

type Field = "life" | "needs" | "preferences" | "goals" | "worries";

export function PersonaSheet({ segment, persona }: { segment: string; persona: Persona }) {
  const { t } = useLingui();
  const save = useSavePersona();
  const remove = useRemovePersona();
  const [picks, setPicks] = useState(false);
  const { id, name, quotes } = persona;
  const evidence = quotes.filter((one) => one.source !== null).length;
  const fields: readonly { field: Field; label: string; hint: string }[] = [
    { field: "life", label: t`How they live and work`, hint: t`Their day, their team, their place.` },
    { field: "needs", label: t`What they need`, hint: t`What brought them to you.` },
    { field: "preferences", label: t`What they like`, hint: t`Phone before eight, never on a Friday.` },
    { field: "goals", label: t`What they want to reach`, hint: t`In a year, in their words.` },
    { field: "worries", label: t`What worries them`, hint: t`What would make them leave?` },
  ];
  return (
    <article aria-label={name}>
      <Card className={css.persona}>
        <div className={css.card}>
          <div className={css.deeds}>
            <h2 className={css.personaName}>
              <InPlace label={t`Name of the persona`} value={name} onSave={(to) => save.mutate({ id, name: to })} keep={["persona", id, "name"]} placeholder={t`Who is it?`} needed />
            </h2>
            <Chip tone={evidence > 0 ? "good" : "warn"}>{evidence > 0 ? t`evidence: ${evidence}` : t`a guess so far`}</Chip>
          </div>
          <div className={css.fields}>
            {fields.map(({ field, label, hint }) => (
              <div key={field} className={css.line}>
                <h3 className={css.asked}>{label}</h3>
                <InPlace label={label} value={persona[field]} onSave={(to) => save.mutate({ id, [field]: to })} keep={["persona", id, field]} placeholder={hint} lines />
              </div>
            ))}
          </div>
          <SectionHead title={t`What was said`} level={3} count={quotes.length} />
          {quotes.length > 0 && <ul className={css.quotes}>{quotes.map((one) => <QuoteRow key={one.id} quote={one} />)}</ul>}
          {picks ? <QuotePick segment={segment} persona={id} onDone={() => setPicks(false)} /> : (
            <div className={css.deeds}>
              <Button size="s" icon={Quote} onPress={() => setPicks(true)}>{t`Keep a quote`}</Button>
              <Button kind="quiet" size="s" icon={Trash2} onPress={() => remove.mutate(persona)}>{t`Remove the persona`}</Button>
            </div>
          )}
        </div>
        <Members segment={segment} />
      </Card>
    </article>
  );
}

function QuoteRow({ quote }: { quote: PersonaQuote }) {
  const { t } = useLingui();
  const format = useFormat();
  const remove = useRemoveQuote();
  const { id, text, source, lost } = quote;
  const first = source?.people[0];
  return (
    <li className={css.quote}>
      <div className={css.quoteWords}>
        <p className={css.quoteText} dir="auto">{text}</p>
        <p className={css.source}>
          {first && source ? <><Link to="/people/$personId" params={{ personId: first.id }}><bdi>{first.name}</bdi></Link>{` · ${format.fullDay(source.at)}`}</> : lost ? t`Its touchpoint is gone.` : t`heard elsewhere`}
        </p>
      </div>
      <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove the quote: ${text}`} onPress={() => remove.mutate({ id })} />
    </li>
  );
}

/** The people who really are in the segment. */
function Members({ segment }: { segment: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const { data } = useQuery({ queryKey: ["segments", "first", segment], queryFn: () => core.segments.members({ id: segment, limit: 8 }), meta: { topics: ["segments", "people", "touchpoints"] } });
  const { data: says } = useQuery(pulseOf(segment));
  const pulse = usePulse();
  if (!data) return <div className={css.beside} />;
  const more = data.total - data.items.length;
  const others = format.number(more);
  return (
    <div className={css.beside}>
      <SectionHead title={t`The real ones`} level={3} count={format.number(data.total)} />
      <p className={css.members}>
        {data.items.map((one, i) => <span key={one.id}>{i > 0 && ", "}<Link to="/people/$personId" params={{ personId: one.id }}><bdi>{one.name}</bdi></Link></span>)}
        {more > 0 && ` ${t`and ${others} more`}`}
        {data.total === 0 && t`Nobody is in this segment now.`}
      </p>
      {says && (
        <Facts
          facts={[
            { name: t`Mostly`, value: <FigureCell figure={pulse.channel(says)} /> },
            { name: t`Usually`, value: <FigureCell figure={pulse.rhythm(says)} /> },
            { name: t`Felt`, value: <FigureCell figure={pulse.felt(says)} /> },
          ]}
        />
      )}
    </div>
  );
}
