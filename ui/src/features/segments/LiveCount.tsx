/** Whom the rule takes in as it stands: how many of how many, the first names, and the rule as a sentence. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Preview } from "../../bindings/Preview";
import type { SegmentRule } from "../../bindings/SegmentRule";
import { useFormat } from "../../frame/format";
import { useSentence } from "../../strings/sentences";
import { preview } from "./queries";
import css from "./segments.module.css";
import { useRuleWords } from "./words";

/** The rule as it was when the last frame was drawn: while keys repeat, no more is asked than can be shown. */
function useOnceAFrame(rule: SegmentRule): SegmentRule {
  const [drawn, setDrawn] = useState(rule);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setDrawn(rule));
    return () => cancelAnimationFrame(frame);
  }, [rule]);
  return drawn;
}

export interface Live {
  data: Preview | undefined;
  error: Error | null;
}

/** Counts a rule while it is built. An answer to a rule that is no longer the rule is never shown as its own. */
export function useLive(rule: SegmentRule): Live {
  const { data, error } = useQuery(preview(useOnceAFrame(rule)));
  return { data, error };
}

export function LiveCount({ rule, live }: { rule: SegmentRule; live: Live }) {
  const { t } = useLingui();
  const format = useFormat();
  const sentence = useSentence();
  const words = useRuleWords();
  const { data, error } = live;
  if (error) return <p className={css.failed} role="alert">{sentence(error)}</p>;
  const names = data?.first.map((one) => one.name) ?? [];
  const [count, total, more] = [format.number(data?.count ?? 0), format.number(data?.total ?? 0), (data?.count ?? 0) - names.length];
  const others = format.number(more);
  return (
    <div className={css.live}>
      <p className={css.sentence}>{words.sentence(rule, data?.names ?? {})}.</p>
      <p role="status" className={css.count}>{data && t`${count} of ${total} people`}</p>
      {names.length > 0 && <p className={css.names}>{names.map((name, i) => <span key={i}><bdi>{name}</bdi>{i < names.length - 1 ? ", " : ""}</span>)}{more > 0 && ` ${t`and ${others} more`}`}</p>}
    </div>
  );
}
