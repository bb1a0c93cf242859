/** Strategies under what they are for, each with its state, its result and a test in three lines; above them what the book counts. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Counters } from "../../bindings/Counters";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { SectionHead } from "../../components/layout/Heads";
import { Notice } from "../../components/layout/States";
import { dayAfter, dayOf, useNow } from "../../frame/clock";
import { useFormat } from "../../frame/format";
import { segmentList } from "../../frame/segmentList";
import { useSentence } from "../../strings/sentences";
import { useSaveStrategy } from "./actions";
import css from "./plans.module.css";
import { counters, strategies } from "./queries";
import { StrategyCard } from "./StrategyCard";
import { type Area, areaNames, areas } from "./words";

const ALL = "all";
const periods = { quarter: 91, year: 365, two: 730 } as const;
type Period = keyof typeof periods;

export function JournalView() {
  const { t, i18n } = useLingui();
  const sentence = useSentence();
  const [period, setPeriod] = useState<Period>("year");
  const [segment, setSegment] = useState(ALL);
  const today = dayOf(useNow());
  const groups = useQuery(segmentList).data ?? [];
  const { data, error } = useQuery(strategies);
  const from = dayAfter(today, 1 - periods[period]);
  const counted = useQuery(counters({ from, to: today, ...(segment !== ALL && { segment }) }));
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  return (
    <div className={css.view}>
      <div className={css.facts}>
        <Select label={t`Over`} value={period} onChange={setPeriod} options={[{ id: "quarter", label: t`the last three months` }, { id: "year", label: t`the last year` }, { id: "two", label: t`the last two years` }]} />
        <Select label={t`Of`} value={segment} onChange={setSegment} options={[{ id: ALL, label: t`everybody` }, ...groups.map(({ id, name }) => ({ id, label: name }))]} />
        {counted.data?.basis === "touchpoints" && <p className={css.quiet}><Trans>Counted from touchpoints, because no purchase is in the book.</Trans></p>}
      </div>
      {counted.error && <Notice tone="danger">{sentence(counted.error)}</Notice>}
      <div className={css.three}>
        {areas.map((area) => (
          <section key={area} className={css.column}>
            <SectionHead title={i18n._(areaNames[area])} />
            {counted.data && <Count area={area} counters={counted.data} />}
            {data?.filter((one) => one.area === area).map((strategy) => <StrategyCard key={strategy.id} strategy={strategy} />)}
            <AddStrategy area={area} isFirst={data !== undefined && data.every((one) => one.area !== area)} />
          </section>
        ))}
      </div>
    </div>
  );
}

function Count({ area, counters: { basis, acquired, kept, had, expanded, boughtBefore } }: { area: Area; counters: Counters }) {
  const format = useFormat();
  const bought = basis === "purchases";
  const [won, stayed, of, grew, before] = [acquired, kept, had, expanded ?? 0, boughtBefore].map(format.number);
  const big = { acquire: won, keep: stayed, expand: expanded === null ? "–" : grew }[area];
  return (
    <div className={css.counter}>
      <span className={css.big}>{big}</span>
      <span className={css.counterWords}>
        {area === "acquire" && (bought ? <Trans>bought for the first time</Trans> : <Trans>were spoken with for the first time</Trans>)}
        {area === "keep" && had === 0 && (bought ? <Trans>bought again: nobody had bought before</Trans> : <Trans>were spoken with again: nobody was known before</Trans>)}
        {area === "keep" && had > 0 && (bought ? <Trans>of the {of} who had bought before bought again</Trans> : <Trans>of the {of} known before were spoken with again</Trans>)}
        {area === "expand" && (expanded === null ? <Trans>Needs purchases in the book.</Trans> : <Trans>of the {before} who bought in the stretch before bought for more</Trans>)}
      </span>
    </div>
  );
}

function AddStrategy({ area, isFirst }: { area: Area; isFirst: boolean }) {
  const { t, i18n } = useLingui();
  const save = useSaveStrategy();
  const [title, setTitle] = useState<string | null>(null);
  const hints: Record<Area, string> = {
    acquire: t`How do people come to know you, and why do they begin?`,
    keep: t`What do you do so that they stay?`,
    expand: t`What more could you be to them?`,
  };
  const submit = () => {
    const typed = title?.trim() ?? "";
    if (typed !== "") save.mutate({ title: typed, area, called: typed });
    setTitle(null);
  };
  if (title === null) {
    return (
      <>
        {isFirst && <p className={css.quiet}>{hints[area]}</p>}
        <Button size="s" icon={Plus} aria-label={`${t`Add a strategy`}: ${i18n._(areaNames[area])}`} onPress={() => setTitle("")}><Trans>Add a strategy</Trans></Button>
      </>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => event.key === "Escape" && setTitle(null)}
      role="presentation"
    >
      <TextField aria-label={t`What is done`} value={title} onChange={setTitle} placeholder={hints[area]} autoFocus onBlur={submit} />
    </form>
  );
}
