/** Numbers, days and times as the reader's region writes them, in the language of the window. */
import { useLingui } from "@lingui/react";
import { useMemo } from "react";

/** The region comes from the system when it speaks the window's language: `en` on a British machine is `en-GB`. */
export function regionOf(language: string, system: readonly string[] = navigator.languages): string {
  const own = system.find((one) => one.split("-")[0] === language && one.includes("-"));
  return own ?? (language === "en" ? "en-GB" : language);
}

export interface Format {
  number: (value: number) => string;
  /** "23 Nov", with the year when it is not this one. Takes milliseconds, or a day as `YYYY-MM-DD`. */
  day: (when: number | string) => string;
  /** "23 Nov 2026". */
  fullDay: (when: number | string) => string;
  /** "Monday, 23 November". */
  longDay: (when: number | string) => string;
  /** "Friday". */
  weekday: (when: number | string) => string;
  /** "14:05". */
  time: (when: number) => string;
  /** "Jan 2026". */
  month: (when: number | string) => string;
  /** "Ana, Bo and Chi". */
  list: (words: readonly string[]) => string;
  money: (value: number, currency: string) => string;
  /** A part of one as "62 %". */
  percent: (part: number) => string;
  /** "53 MB". */
  bytes: (count: number) => string;
  region: string;
}

/** A calendar day has no hour: noon keeps it on its day in every zone. */
const dateOf = (when: number | string) => new Date(typeof when === "string" ? `${when}T12:00:00` : when);

export function formatFor(region: string): Format {
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(region, options);
  const short = dates({ day: "numeric", month: "short" });
  const full = dates({ day: "numeric", month: "short", year: "numeric" });
  const long = dates({ weekday: "long", day: "numeric", month: "long" });
  const weekday = dates({ weekday: "long" });
  const clock = dates({ hour: "2-digit", minute: "2-digit" });
  const month = dates({ month: "short", year: "numeric" });
  const numbers = new Intl.NumberFormat(region);
  const words = new Intl.ListFormat(region);
  return {
    number: (value) => numbers.format(value),
    day: (when) => (dateOf(when).getFullYear() === new Date().getFullYear() ? short : full).format(dateOf(when)),
    fullDay: (when) => full.format(dateOf(when)),
    longDay: (when) => long.format(dateOf(when)),
    weekday: (when) => weekday.format(dateOf(when)),
    time: (when) => clock.format(when),
    month: (when) => month.format(dateOf(when)),
    list: (of) => words.format(of),
    money: (value, currency) => new Intl.NumberFormat(region, { style: "currency", currency, maximumFractionDigits: value % 1 === 0 ? 0 : 2 }).format(value),
    percent: (part) => new Intl.NumberFormat(region, { style: "percent", maximumFractionDigits: 0 }).format(part),
    bytes: (count) => bytesIn(region, count),
    region,
  };
}

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

function bytesIn(region: string, count: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(count, 1)) / 3));
  const unit = units[step] ?? "byte";
  return new Intl.NumberFormat(region, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: step > 1 ? 1 : 0 }).format(count / 1000 ** step);
}

export function useFormat(): Format {
  const { i18n } = useLingui();
  return useMemo(() => formatFor(regionOf(i18n.locale)), [i18n.locale]);
}
