/** How one segment stands: how large it was day by day, who came and who went, and what the log of a year says. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Split } from "lucide-react";
import { useState } from "react";
import type { NamedPerson } from "../../bindings/NamedPerson";
import type { Segment } from "../../bindings/Segment";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { Card } from "../../components/layout/Card";
import { Facts } from "../../components/layout/Facts";
import { SectionHead } from "../../components/layout/Heads";
import { dayAfter, dayOf, useNow } from "../../frame/clock";
import { useFormat } from "../../frame/format";
import { FigureCell } from "./FigureCell";
import css from "./health.module.css";
import sheet from "./plan.module.css";
import { pastOf, pulseOf } from "./queries";
import { SizeCurve } from "./SizeCurve";
import { SplitSheet } from "./SplitSheet";
import { usePulse } from "./usePulse";
import { Uses, useUses } from "./Uses";

type Span = "30" | "90" | "365" | "all";

export function HealthTab({ segment }: { segment: Segment }) {
  const { t } = useLingui();
  const format = useFormat();
  const pulse = usePulse();
  const today = dayOf(useNow());
  const [span, setSpan] = useState<Span>("90");
  const [splits, setSplits] = useState(false);
  const { data: seen } = useQuery(pastOf(segment.id, span === "all" ? "" : dayAfter(today, -Number(span))));
  const { data: says } = useQuery(pulseOf(segment.id));
  const uses = useUses(segment.id);
  const [came, went] = [format.number(seen?.came ?? 0), format.number(seen?.went ?? 0)];
  return (
    <div className={sheet.sheet}>
      <section className={sheet.whole}>
        <SectionHead title={t`Size`} note={t`looked at once on each day you open the book on this computer`} />
        <Card className={sheet.card}>
          <Select label={t`How far back`} quietLabel plain className={css.span} options={[{ id: "30", label: t`Thirty days` }, { id: "90", label: t`Ninety days` }, { id: "365", label: t`A year` }, { id: "all", label: t`All that was seen` }]} value={span} onChange={setSpan} />
          {seen && <SizeCurve days={seen.days} />}
          {seen && seen.days.length > 1 && (
            <div className={css.drift}>
              <Moved title={t`Came in: ${came}`} people={seen.whoCame} />
              <Moved title={t`Went out: ${went}`} people={seen.whoWent} />
            </div>
          )}
        </Card>
      </section>
      <section>
        <SectionHead title={t`What the log of a year says`} />
        <Card>
          {says && (
            <Facts
              facts={[
                { name: t`Mostly`, value: <FigureCell figure={pulse.channel(says)} /> },
                { name: t`Usually`, value: <FigureCell figure={pulse.rhythm(says)} /> },
                { name: t`Felt`, value: <FigureCell figure={pulse.felt(says)} /> },
                { name: t`Answered`, value: <FigureCell figure={pulse.answers(says)} /> },
              ]}
            />
          )}
          <p className={css.note}>{t`An answer is a word back within thirty days, before you write again. Calls are answered at once and do not count.`}</p>
        </Card>
      </section>
      <section>
        <SectionHead title={t`Used by`} />
        <Card className={sheet.card}>
          {uses.some ? <Uses lines={uses.lines} /> : <p className={css.none}>{t`No note, map, rule or track speaks of it yet.`}</p>}
          <div className={sheet.deeds}><Button icon={Split} onPress={() => setSplits(true)}>{t`Try a split`}</Button></div>
        </Card>
      </section>
      {splits && <SplitSheet segment={segment} onClose={() => setSplits(false)} />}
    </div>
  );
}

function Moved({ title, people }: { title: string; people: readonly NamedPerson[] }) {
  return (
    <div>
      <h3 className={sheet.asked}>{title}</h3>
      <p className={sheet.members}>{people.map((one, i) => <span key={`${one.id}${i}`}>{i > 0 && ", "}<Link to="/people/$personId" params={{ personId: one.id }}><bdi>{one.name}</bdi></Link></span>)}</p>
    </div>
  );
}
