/** Below the planned type of a segment: doubts that wait for a person, and who watches what runs by itself. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CircleHelp, TriangleAlert } from "lucide-react";
import type { CustomerQuestion } from "../../bindings/CustomerQuestion";
import type { OpenDoubts } from "../../bindings/OpenDoubts";
import type { ServedSegment } from "../../bindings/ServedSegment";
import { InPlace } from "../../frame/InPlace";
import { useSpans } from "../../strings/spans";
import { useServe } from "./actions";
import css from "./tables.module.css";

/** The types of relationship that the lines are about. */
const AUTOMATED = "automated";
const SELF_SERVICE = "selfService";
/** So many gaps are named. */
const NAMED = 3;

export function ServedLines({ served }: { served: ServedSegment }) {
  const { planned, doubts, gaps } = served;
  return (
    <>
      {doubts.count > 0 && <DoubtsLine doubts={doubts} />}
      {planned.relation === SELF_SERVICE && gaps.length > 0 && <Gaps gaps={gaps} />}
      {planned.relation === AUTOMATED && <RunsByItself served={served} />}
    </>
  );
}

function DoubtsLine({ doubts }: { doubts: OpenDoubts }) {
  const { t } = useLingui();
  const spans = useSpans();
  const { count, oldestDays } = doubts;
  const open = t`${plural(count, { one: "# open doubt", other: "# open doubts" })}`;
  const oldest = spans.long(oldestDays ?? 0);
  return (
    <span className={css.doubts}>
      <CircleHelp size={13} strokeWidth={2} aria-hidden />
      {oldestDays === null || oldestDays <= 0 ? open : t`${open}, the oldest for ${oldest}`}
    </span>
  );
}

/** What they ask again and again although they are to serve themselves. */
function Gaps({ gaps }: { gaps: readonly CustomerQuestion[] }) {
  const { t } = useLingui();
  const count = gaps.length;
  return (
    <div className={css.itself}>
      <span className={css.differs}><TriangleAlert size={13} strokeWidth={2} aria-hidden />{t`${plural(count, { one: "# question comes again and again", other: "# questions come again and again" })}`}</span>
      <ul className={css.gaps}>{gaps.slice(0, NAMED).map(({ id, text, asked }) => <li key={id}><bdi>{text}</bdi> <span>({t`${plural(asked, { one: "once", other: "# times" })}`})</span></li>)}</ul>
      <Link to="/feedback" search={{ view: "questions" } as never} className={css.count}>{t`Say where they find the answer`}</Link>
    </div>
  );
}

function RunsByItself({ served }: { served: ServedSegment }) {
  const { t } = useLingui();
  const serve = useServe();
  const { segment, planned } = served;
  const { id, name } = segment;
  const { watchedBy, takesOver } = planned;
  return (
    <div className={css.itself}>
      {watchedBy === "" && <span className={css.differs}><TriangleAlert size={13} strokeWidth={2} aria-hidden />{t`nobody watches it`}</span>}
      <span className={css.count}>{t`Who watches it`}</span>
      <InPlace label={t`Who watches what runs by itself for ${name}`} value={watchedBy} keep={["canvas", "watchedBy", id]} placeholder={t`a name`} onSave={(to) => serve.mutate({ id, watchedBy: to })} />
      <span className={css.count}>{t`When a person takes over`}</span>
      <InPlace label={t`When a person takes over for ${name}`} value={takesOver} keep={["canvas", "takesOver", id]} placeholder={t`after two answers that did not help`} onSave={(to) => serve.mutate({ id, takesOver: to })} lines />
    </div>
  );
}
