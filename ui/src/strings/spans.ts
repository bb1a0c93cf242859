/** Lengths of time in words: "9 weeks", "every 3 weeks", "Usually every 3 weeks · silent for 9". */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";

export type Unit = "day" | "week" | "month" | "year";

const MONTH = 365.2425 / 12;
const lengths: Record<Unit, number> = { day: 1, week: 7, month: MONTH, year: 12 * MONTH };

/** In what a length is best said: days for a fortnight, weeks for two months, months for two years. */
export function unitOf(days: number): Unit {
  if (days < 13.5) return "day";
  if (days < 70) return "week";
  return days < 2 * lengths.year ? "month" : "year";
}

/** How many of a unit, never less than one. */
export const countIn = (days: number, unit: Unit): number => Math.max(1, Math.round(days / lengths[unit]));

/** Beyond this a count in a small unit says less than the larger unit: "silent for 9", but not "silent for 40". */
const MOST = 24;

export interface Spans {
  /** "9 weeks". */
  long: (days: number) => string;
  /** "every 3 weeks", "every week". */
  every: (days: number) => string;
  /** "Usually every 3 weeks · silent for 9". */
  rhythm: (usual: number, silent: number) => string;
}

export function useSpans(): Spans {
  const { t } = useLingui();
  const long = (days: number) => {
    const unit = unitOf(days);
    const count = countIn(days, unit);
    switch (unit) {
      case "day": return t`${plural(count, { one: "# day", other: "# days" })}`;
      case "week": return t`${plural(count, { one: "# week", other: "# weeks" })}`;
      case "month": return t`${plural(count, { one: "# month", other: "# months" })}`;
      case "year": return t`${plural(count, { one: "# year", other: "# years" })}`;
    }
  };
  const every = (days: number) => {
    const unit = Math.round(days) === 7 ? "week" : unitOf(days);
    const count = countIn(days, unit);
    switch (unit) {
      case "day": return t`${plural(count, { one: "every day", other: "every # days" })}`;
      case "week": return t`${plural(count, { one: "every week", other: "every # weeks" })}`;
      case "month": return t`${plural(count, { one: "every month", other: "every # months" })}`;
      case "year": return t`${plural(count, { one: "every year", other: "every # years" })}`;
    }
  };
  const rhythm = (usual: number, silent: number) => {
    const unit = unitOf(usual);
    const often = every(usual);
    const count = countIn(silent, unit);
    // After "every day" or "every week" a bare number would hang in the air.
    if (countIn(usual, unit) > 1 && Math.round(usual) !== 7 && count <= MOST) return t`Usually ${often} · silent for ${count}`;
    const length = long(silent);
    return t`Usually ${often} · silent for ${length}`;
  };
  return { long, every, rhythm };
}
