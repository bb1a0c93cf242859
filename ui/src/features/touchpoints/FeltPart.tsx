/** How it felt over time, and how long it has been silent. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../components/layout/Card";
import { FeltCurve } from "../../components/marks/FeltCurve";
import { daysBetween, useNow } from "../../frame/clock";
import { useFormat } from "../../frame/format";
import type { PersonPart } from "../../frame/personParts";
import { feelingOf, useFeelingWords } from "../../strings/feelings";
import { useSpans } from "../../strings/spans";
import { curve } from "./queries";

/** A silence shorter than this is no silence. */
const QUIET_DAYS = 14;

export function FeltPart({ person }: PersonPart) {
  const { t } = useLingui();
  const format = useFormat();
  const spans = useSpans();
  const { word } = useFeelingWords();
  const now = useNow();
  const { id, lastAt, usualGapDays } = person.row;
  const points = useQuery(curve(id)).data ?? [];
  const first = points[0];
  const last = points.at(-1);
  const silent = lastAt === null ? 0 : daysBetween(lastAt, now);
  const quiet = silent > Math.max(QUIET_DAYS, usualGapDays ?? 0);
  const length = spans.long(silent);
  const silence = quiet ? t`${length} silent` : undefined;
  const count = points.length;
  const from = first && format.month(first.at);
  const until = format.month(now);
  const ended = last && word(feelingOf(last.felt));
  const lastDay = last && format.fullDay(last.at);
  const summary = t`How ${plural(count, { one: "# touchpoint", other: "# touchpoints" })} felt since ${from}; the last, on ${lastDay}: ${ended}.`;
  return (
    <Card>
      <FeltCurve
        title={t`How it felt`}
        points={points.map(({ at, felt, title }) => {
          const day = format.fullDay(at);
          const felt5 = feelingOf(felt);
          const feeling = word(felt5);
          return { at, felt: felt5, label: title ? `${day}, ${title}: ${feeling}` : `${day}: ${feeling}` };
        })}
        until={now}
        range={first ? t`${from} – ${until} · ${plural(count, { one: "# touchpoint", other: "# touchpoints" })}` : ""}
        silence={silence}
        summary={silence ? `${summary} ${silence}.` : summary}
        empty={t`After two touchpoints that say how it felt, the line begins here.`}
      />
    </Card>
  );
}
