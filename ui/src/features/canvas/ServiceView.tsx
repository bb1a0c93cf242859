/** How each segment is meant to be served beside how it is: type of relationship, minutes and money a month, perks. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import type { CSSProperties } from "react";
import type { Canvas } from "../../bindings/Canvas";
import type { PurchaseTotals } from "../../bindings/PurchaseTotals";
import type { ServedSegment } from "../../bindings/ServedSegment";
import { Select } from "../../components/controls/Select";
import { toasts } from "../../components/overlays/toasts";
import { EmptyState } from "../../components/layout/States";
import { useFormat } from "../../frame/format";
import { currencies, moneyText } from "../../frame/money";
import { InPlace } from "../../frame/InPlace";
import { useRelations } from "../../strings/stages";
import { useServe } from "./actions";
import { usePeopleWords } from "./Figures";
import { Different } from "./Different";
import { MakeSegment } from "./MakeSegment";
import { readMoney, typedMoney } from "./money";
import { exchangeRates, keptPerks, serviceOf } from "./queries";
import { ServedLines } from "./ServedLines";
import css from "./tables.module.css";

const MONTHS = 12;

export function ServiceView({ canvas }: { canvas: Canvas }) {
  const { t } = useLingui();
  const { data: served } = useQuery(serviceOf(canvas.id));
  const { data: rates } = useQuery(exchangeRates);
  if (!served) return null;
  if (served.length === 0) return <EmptyState title={t`No segments yet`} text={t`Once there are segments, this table shows how each of them is meant to be served, and how it is.`}><MakeSegment /></EmptyState>;
  const same = served.length > 1 && served.every(({ planned }) => planned.relation !== "" && planned.relation === served[0]?.planned.relation);
  return (
    <div className={css.box}>
      <p className={css.line}>{t`The plan is for each person a month. What was lived is counted from the log of the last year.`}</p>
      {same && <p className={css.warning}><TriangleAlert size={14} strokeWidth={2} aria-hidden />{t`Every segment is served alike. One size seldom fits all: who would rather be left alone, and who would like more?`}</p>}
      <div className={css.scroll}>
        <table className={css.service} aria-label={t`How segments are served`}>
          <thead>
            <tr>
              <th scope="col">{t`Segment`}</th>
              <th scope="col">{t`Kind of relationship`}</th>
              <th scope="col">{t`The log looks like`}</th>
              <th scope="col">{t`For each`}</th>
              <th scope="col">{t`For all of them`}</th>
              <th scope="col">{t`Bought`}</th>
              <th scope="col">{t`Perks`}</th>
            </tr>
          </thead>
          <tbody>{served.map((one) => <Row key={one.segment.id} served={one} base={rates?.base ?? ""} />)}</tbody>
        </table>
      </div>
      <Different canvas={canvas} />
    </div>
  );
}

function Row({ served, base }: { served: ServedSegment; base: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const relations = useRelations();
  const people = usePeopleWords();
  const serve = useServe();
  const all = useQuery(currencies).data ?? [];
  const digitsOf = (code: string) => all.find((one) => one.code === code)?.digits;
  const { segment, count, planned, lived } = served;
  const { id, name, hue } = segment;
  const { minutes, cost, currency, perks } = planned;
  const differs = planned.relation !== "" && lived.relation !== null && planned.relation !== lived.relation;
  const livedMinutes = count && lived.minutesN > 0 ? Math.round(lived.minutes / MONTHS / count) : null;
  const hours = minutes !== null && count !== null ? Math.round((minutes * count) / 60) : null;
  const setCost = (text: string) => {
    const read = readMoney(text, currency || base, digitsOf);
    if (read) serve.mutate({ id, ...read });
    else toasts.say(t`“${text}” is no amount. Write a number and its currency, such as 12.50 EUR.`, { tone: "danger" });
  };
  const amount = cost === null ? "" : typedMoney(cost, currency, digitsOf(currency) ?? 2);
  return (
    <tr>
      <th scope="row" style={{ "--hue": hue ? `var(--hue-${hue})` : "var(--line-strong)" } as CSSProperties}>
        <bdi>{name}</bdi>
        <span className={css.count}>{count === null ? t`not counted` : people(count)}</span>
      </th>
      <td>
        <Select
          label={t`Kind of relationship of ${name}`}
          quietLabel
          plain
          options={[{ id: "none", label: t`Not said yet` }, ...relations.all]}
          value={planned.relation || "none"}
          onChange={(to) => serve.mutate({ id, relation: to === "none" ? "" : to })}
        />
        <ServedLines served={served} />
      </td>
      <td>
        <span className={differs ? css.differs : undefined}>
          {differs && <TriangleAlert size={13} strokeWidth={2} aria-hidden />}
          {lived.relation === null ? t`too few people to say` : relations.name(lived.relation)}
        </span>
        <Spoken served={served} />
      </td>
      <td>
        <span className={css.unit}>
          <InPlace label={t`Minutes for each person of ${name} a month`} value={minutes === null ? "" : String(minutes)} keep={["canvas", "minutes", id]} placeholder={t`minutes?`} onSave={(text) => /^\d{0,5}$/.test(text) && serve.mutate({ id, minutes: Number(text) })} />
          {minutes !== null && <span>{t`min`}</span>}
        </span>
        {livedMinutes !== null && <span className={css.count}>{t`lived: ${livedMinutes} min`}</span>}
        <InPlace label={t`Money for each person of ${name} a month`} value={amount} keep={["canvas", "cost", id]} placeholder={t`money?`} onSave={setCost} />
      </td>
      <td className={css.figure}>
        {hours !== null && <span>{t`${hours} h a month`}</span>}
        {cost !== null && count !== null && <span>{moneyText(format.region, cost * count, currency, digitsOf(currency) ?? 2)}</span>}
        {hours === null && cost === null && "–"}
      </td>
      <td className={css.figure}><Bought bought={served.bought} /></td>
      <td><InPlace label={t`Perks of ${name}`} value={perks} keep={["canvas", "perks", id]} placeholder={t`a greeting, Wi-Fi …`} onSave={(to) => serve.mutate({ id, perks: to })} lines /><PerksOf segment={id} /></td>
    </tr>
  );
}

/** The perks that are kept for them, and how often each was given. */
function PerksOf({ segment }: { segment: string }) {
  const { t } = useLingui();
  const kept = (useQuery(keptPerks).data ?? []).filter((perk) => perk.segment === segment);
  if (kept.length === 0) return null;
  return (
    <ul className={css.count}>
      {kept.map(({ id, name, given, used }) => <li key={id}><Link to="/gestures" search={{ view: "perks" } as never}><bdi>{name}</bdi></Link> {t`given ${given}, used ${used}`}</li>)}
    </ul>
  );
}

/** What they bought in the last year: in the user's own currency where every rate was given, else one sum a currency. */
function Bought({ bought }: { bought: PurchaseTotals }) {
  const { t } = useLingui();
  const format = useFormat();
  const { currencies, inBase, buyers, repeat } = bought;
  if (buyers === 0) return <>–</>;
  const sums = inBase ? [inBase] : currencies;
  return (
    <>
      {sums.map(({ currency, sum, digits }) => <span key={currency}>{moneyText(format.region, sum, currency, digits)}</span>)}
      <span>{t`${repeat} of ${buyers} came back`}</span>
    </>
  );
}

function Spoken({ served }: { served: ServedSegment }) {
  const { t } = useLingui();
  const { count, lived } = served;
  const { people, touches } = lived;
  if (count === null) return null;
  return <span className={css.count}>{t`spoke with ${people} of ${count}, ${touches} times`}</span>;
}
