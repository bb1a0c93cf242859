/** What the log of a year says about some people, in words that name their n. Below five nothing is made of it. */
import { useLingui } from "@lingui/react/macro";
import type { InBase } from "../../bindings/InBase";
import type { SegmentPulse } from "../../bindings/SegmentPulse";
import { useFormat } from "../../frame/format";
import { useMeansName } from "../../strings/channels";
import { feelingOf, useFeelingWords } from "../../strings/feelings";
import { useSpans } from "../../strings/spans";

export interface Figure {
  text: string;
  /** Of how many; shown beside it. */
  n: number;
  /** Too few to say anything: greyed. */
  few: boolean;
}

/** Below this number a figure says nothing. */
const ENOUGH = 5;
const figure = (text: string | null, n: number): Figure => ({ text: text ?? "–", n, few: n < ENOUGH });

export function usePulse() {
  const { t } = useLingui();
  const format = useFormat();
  const means = useMeansName();
  const spans = useSpans();
  const { word } = useFeelingWords();
  const signed = (value: number) => `${value > 0 ? "+" : ""}${format.number(value)}`.replace("-", "−");
  return {
    /** "Phone 62 %". */
    channel: (pulse: SegmentPulse) => {
      const top = pulse.channels[0];
      return figure(top ? `${means(top.channel)} ${format.percent(top.touches / pulse.touches)}` : null, pulse.touches);
    },
    /** "every 3 weeks". */
    rhythm: (pulse: SegmentPulse) => figure(pulse.usualDays === null ? null : spans.every(pulse.usualDays), pulse.usualOf),
    /** "+1 glad". */
    felt: (pulse: SegmentPulse) => figure(pulse.felt === null ? null : `${signed(pulse.felt)} ${word(feelingOf(pulse.felt))}`, pulse.feltOf),
    /** "80 % in 2 days". */
    answers: (pulse: SegmentPulse) => {
      if (pulse.asked === 0) return figure(null, 0);
      const share = format.percent(pulse.answered / pulse.asked);
      if (pulse.answerDays === null) return figure(share, pulse.asked);
      const length = spans.long(Math.max(1, pulse.answerDays));
      return figure(t`${share} in ${length}`, pulse.asked);
    },
    /** "€ 120 each". */
    spent: (spent: InBase | null, people: number) => {
      if (spent === null || people === 0) return figure(null, 0);
      const each = format.money(Math.round(spent.sum / people / 10 ** spent.digits), spent.currency);
      return figure(t`${each} each`, people);
    },
  };
}
