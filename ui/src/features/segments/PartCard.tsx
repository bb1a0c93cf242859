/** What some people would look like as a segment: how many, who, and what the log of a year says about them. */
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { SegmentPart } from "../../bindings/SegmentPart";
import { Card } from "../../components/layout/Card";
import { Facts } from "../../components/layout/Facts";
import { useFormat } from "../../frame/format";
import { FigureCell } from "./FigureCell";
import css from "./health.module.css";
import { usePulse } from "./usePulse";

export function PartCard({ title, part }: { title: ReactNode; part: SegmentPart }) {
  const { t } = useLingui();
  const format = useFormat();
  const pulse = usePulse();
  const { people } = part.pulse;
  const more = people - part.first.length;
  const others = format.number(more);
  return (
    <Card className={css.part}>
      <h3 className={css.partTitle}>{title}</h3>
      <p className={css.partCount}>{format.number(people)}</p>
      <p className={css.partNames}>{part.first.map((one, i) => <span key={one.id}>{i > 0 && ", "}<bdi>{one.name}</bdi></span>)}{more > 0 && ` ${t`and ${others} more`}`}{people === 0 && t`nobody`}</p>
      <Facts
        facts={[
          { name: t`Mostly`, value: <FigureCell figure={pulse.channel(part.pulse)} /> },
          { name: t`Usually`, value: <FigureCell figure={pulse.rhythm(part.pulse)} /> },
          { name: t`Felt`, value: <FigureCell figure={pulse.felt(part.pulse)} /> },
          { name: t`Answered`, value: <FigureCell figure={pulse.answers(part.pulse)} /> },
          ...(part.spent ? [{ name: t`Spent`, value: <FigureCell figure={pulse.spent(part.spent, people)} /> }] : []),
        ]}
      />
    </Card>
  );
}
