/** What the lanes of a map are called, and what deserves a look at a step in words. */
import type { MessageDescriptor } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { JourneyStep } from "../../bindings/JourneyStep";
import type { StepFlag } from "../../bindings/StepFlag";
import type { StepObserved } from "../../bindings/StepObserved";
import { useFormat } from "../../frame/format";
import { useFeelingWords, feelingOf } from "../../strings/feelings";

export type Lane = "goal" | "doing" | "thinking" | "ourAction" | "owner" | "pain" | "opportunity";

/** The texts of a step in the order of the lanes: what they are called, and what belongs there. */
export const lanes: readonly { id: Lane; name: MessageDescriptor; hint: MessageDescriptor }[] = [
  { id: "goal", name: msg`Their goal`, hint: msg`What do they want at this moment?` },
  { id: "doing", name: msg`What they do`, hint: msg`What would you see if you watched?` },
  { id: "thinking", name: msg`What they think`, hint: msg`In their words, as you heard them` },
  { id: "ourAction", name: msg`What we do`, hint: msg`Our part in it` },
  { id: "owner", name: msg`Who answers for it`, hint: msg`A name` },
  { id: "pain", name: msg`What hurts`, hint: msg`Where do they stumble or wait?` },
  { id: "opportunity", name: msg`What could be better`, hint: msg`One thing to try` },
];

/** The words of flags, short enough for a chip. */
export function useFlagWords(): (flag: StepFlag) => string {
  const { t } = useLingui();
  return (flag) => {
    switch (flag.flag) {
      case "drop": {
        const by = flag.by;
        return t`Falls by ${by}`;
      }
      case "low":
        return t`Feels bad`;
      case "noTouch":
        return t`No touchpoint yet`;
      case "differs":
        return flag.by > 0 ? t`Better than we thought` : t`Worse than we thought`;
    }
  };
}

export interface SeenWords {
  /** "12 touchpoints; 11 say how they felt: glad in the middle, half of them fine to glad". */
  whole: (observed: StepObserved | null) => string;
  /** "+1 (0 … +1), n 11". */
  short: (observed: StepObserved | null) => string;
  /** "+1 (0 … +1)", or that nobody said. */
  felt: (observed: StepObserved) => string;
  /** "11 of 12 said". */
  logged: (observed: StepObserved) => string;
  /** "+1.5". */
  signed: (value: number) => string;
}

export function useSeenWords(): SeenWords {
  const { t } = useLingui();
  const format = useFormat();
  const feelings = useFeelingWords();
  const word = (value: number) => feelings.word(feelingOf(value));
  const signed = (value: number) => (value > 0 ? `+${format.number(value)}` : format.number(value).replace("-", "−"));
  return {
    signed,
    whole: (observed) => {
      if (!observed) return t`A guess: name a channel or a stage, and the log says how it really felt.`;
      const { touches, n, median, low, high } = observed;
      if (touches === 0) return t`A guess: nothing logged with this channel and stage yet.`;
      const logged = t`${plural(touches, { one: "# touchpoint logged", other: "# touchpoints logged" })}`;
      if (median === null || low === null || high === null) return t`${logged}; nobody said how it felt.`;
      const middle = word(median);
      const from = word(low);
      const to = word(high);
      const said = t`${plural(n, { one: "# says how it felt", other: "# say how it felt" })}`;
      return from === to ? t`${logged}, ${said}: mostly ${middle}.` : t`${logged}, ${said}: ${middle} in the middle, half of them from ${from} to ${to}.`;
    },
    felt: ({ median, low, high }) => {
      if (median === null || low === null || high === null) return t`nobody said`;
      const [middle, from, to] = [signed(median), signed(low), signed(high)];
      const named = word(median);
      return t`${named} ${middle} (${from} to ${to})`;
    },
    logged: ({ touches, n }) => t`said at ${n} of ${plural(touches, { one: "# touchpoint", other: "# touchpoints" })}`,
    short: (observed) => {
      if (!observed || observed.median === null || observed.low === null || observed.high === null) return t`guess`;
      const median = signed(observed.median);
      const from = signed(observed.low);
      const to = signed(observed.high);
      const n = observed.n;
      return t`${median} (${from} to ${to}), n ${n}`;
    },
  };
}

/** How a step is meant to feel, in words: "confused (−1), should be relieved (+1)". */
export function useFeltLine(): (step: JourneyStep) => string {
  const { t } = useLingui();
  const { signed } = useSeenWords();
  return ({ expected, wished }) => {
    const now = expected && `${expected.word} (${signed(expected.value)})`;
    const oneDay = wished && `${wished.word} (${signed(wished.value)})`;
    if (now && oneDay && now !== oneDay) return t`${now}, should be ${oneDay}`;
    return now ?? (oneDay ? t`should be ${oneDay}` : t`nobody said yet`);
  };
}
