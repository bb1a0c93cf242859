/** The strategy on one page: four headings in one's own words, who answers for it, and when it was last looked through. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import type { StrategySheet } from "../../bindings/StrategySheet";
import { Button } from "../../components/controls/Button";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { Notice } from "../../components/layout/States";
import { dayOf, useNow } from "../../frame/clock";
import { useFormat } from "../../frame/format";
import { DayInPlace } from "../../frame/DayInPlace";
import { InPlace } from "../../frame/InPlace";
import { useSentence } from "../../strings/sentences";
import { useEditSheet, useReviewed } from "./actions";
import css from "./plans.module.css";
import type { OnView } from "./PlansPage";
import { sheet, stacks } from "./queries";
import { layerNames, layers } from "./words";

export function SheetView({ onView }: { onView: OnView }) {
  const sentence = useSentence();
  const { data, error } = useQuery(sheet(dayOf(useNow())));
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  return data ? <Shown sheet={data} onView={onView} /> : null;
}

function Shown({ sheet: page, onView }: { sheet: StrategySheet; onView: OnView }) {
  const { t } = useLingui();
  const edit = useEditSheet();
  const headings = [
    { key: "needs", title: t`What they need comes first`, hint: t`Which of their needs do we answer before anything else? How do we know?`, value: page.needs },
    { key: "value", title: t`Value they can count on`, hint: t`What do they get every time, whoever serves them?`, value: page.value },
    { key: "technology", title: t`Technology that helps`, hint: t`What do tools do for us, and what does a person do?`, value: page.technology },
    { key: "trust", title: t`Fair and open`, hint: t`What do we say before they ask? What would we never do?`, value: page.trust },
  ] as const;
  const answered = headings.filter(({ value }) => value !== "").length;
  return (
    <div className={css.view}>
      <Review sheet={page} answered={answered} />
      <div className={css.four}>
        {headings.map(({ key, title, hint, value }) => (
          <Card key={key} className={css.heading}>
            <SectionHead title={title} />
            <InPlace letter label={title} value={value} keep={["plans", "sheet", key]} placeholder={hint} onSave={(text) => edit.mutate({ [key]: text })} />
          </Card>
        ))}
      </div>
      <WeakSpots onView={onView} />
    </div>
  );
}

function Review({ sheet: page, answered }: { sheet: StrategySheet; answered: number }) {
  const { t } = useLingui();
  const format = useFormat();
  const edit = useEditSheet();
  const reviewed = useReviewed();
  const last = page.reviewedAt === null ? null : format.fullDay(page.reviewedAt);
  const due = page.reviewOn === null ? "" : format.fullDay(page.reviewOn);
  const look = answered > 0 && <Button icon={Check} size="s" isPending={reviewed.isPending} onPress={() => reviewed.mutate(undefined)}>{t`I looked through it`}</Button>;
  return (
    <>
      {page.stale && <Notice tone="warn" end={look}><Trans>This sheet was to be looked through by {due}. Is it still true?</Trans></Notice>}
      <div className={css.facts}>
        <span className={css.fact}>
          <span className={css.factName}><Trans>Answers for it</Trans></span>
          <InPlace label={t`Answers for it`} value={page.owner} keep={["plans", "sheet", "owner"]} placeholder={t`Nobody yet`} onSave={(owner) => edit.mutate({ owner })} />
        </span>
        {answered > 0 && <DayInPlace needed label={t`Look through by`} value={page.reviewOn} onSave={(day) => day !== null && edit.mutate({ reviewOn: day })} />}
        <span className={css.quiet}>{last === null ? <Trans>Not looked through yet</Trans> : <Trans>Looked through {last}</Trans>}</span>
        {!page.stale && look}
      </div>
    </>
  );
}

/** The sheet leans on the stack: where the layers are weakest is what next year is about. */
function WeakSpots({ onView }: { onView: OnView }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const rows = useQuery(stacks).data ?? [];
  const weak = layers.map((layer) => ({ layer, count: rows.filter((row) => row.weakest?.layer === layer).length })).filter(({ count }) => count > 0);
  return (
    <section>
      <SectionHead title={t`Where relationships are weakest`} note={<Button kind="quiet" size="s" onPress={() => onView("stack")}>{t`Relationship stack`}</Button>} />
      {weak.length === 0 ? (
        <p className={css.quiet}><Trans>Judge the layers of value for a customer or a segment, and the weakest stands here: that is what a strategy can be about.</Trans></p>
      ) : (
        <ul className={css.weak}>
          {weak.map(({ layer, count }) => {
            const [n, of] = [format.number(count), format.number(rows.length)];
            const name = i18n._(layerNames[layer]);
            return <li key={layer}><Trans><b>{name}</b>: weakest for {n} of {of} judged</Trans></li>;
          })}
        </ul>
      )}
    </section>
  );
}
