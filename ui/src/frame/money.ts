/** Amounts of money: the core keeps minor units, the page shows and reads them as the reader's region writes them. */
import { queryOptions } from "@tanstack/react-query";
import { core } from "../host/core";

/** All currencies there are; the list never changes while the program runs. */
export const currencies = queryOptions({ queryKey: ["purchases", "currencies"], queryFn: () => core.purchases.currencies(), staleTime: Infinity });

/** "€1,234.50": 123450 in a currency with two digits. */
export function moneyText(region: string, minor: number, currency: string, digits: number): string {
  const options = { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(region, options).format(minor / 10 ** digits);
}

/** An amount as it stands in a field: "1234.50". */
export const plainAmount = (minor: number, digits: number): string => (minor / 10 ** digits).toFixed(digits);

/** "1.234,50", "1,234.5", "1 234" or "-12" as minor units; nothing when it is no amount of that currency. */
export function readAmount(text: string, digits: number): number | null {
  const bare = text.replace(/[\s'’_\u00a0\u202f]/g, "").replace(/^[−–]/, "-");
  const found = /^([+-]?)(\d[\d.,]*|[.,]\d+)$/.exec(bare);
  if (!found?.[2]) return null;
  const point = pointOf(found[2], digits);
  const whole = (point === -1 ? found[2] : found[2].slice(0, point)).replace(/[.,]/g, "");
  const part = point === -1 ? "" : found[2].slice(point + 1).replace(/0+$/, "");
  if (part.length > digits || /[.,]/.test(part) || whole.length > 15) return null;
  const minor = Number((whole || "0") + part.padEnd(digits, "0"));
  return Number.isSafeInteger(minor) ? (found[1] === "-" ? -minor : minor) : null;
}

/** Where the decimal point stands: the last mark, unless it parts thousands. */
function pointOf(number: string, digits: number): number {
  const last = Math.max(number.lastIndexOf("."), number.lastIndexOf(","));
  if (last === -1) return -1;
  const mark = number[last] as string;
  if (number.indexOf(mark) !== last) return -1;
  const other = mark === "." ? "," : ".";
  const behind = number.length - last - 1;
  // "1,234" of euros is a thousand; "1,234.5" has both marks, and the last one is the point.
  return behind === 3 && digits !== 3 && !number.includes(other) ? -1 : last;
}
