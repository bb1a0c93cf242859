/** Money as it is typed and shown: the core keeps whole numbers of a currency's smallest unit. */
import type { Format } from "../../frame/format";

/** How many digits a currency has behind the point. */
const digitsOf = (currency: string): number => new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** "12.50 EUR", as it can be typed back. */
export function amountOf(cost: number, currency: string, format: Format): string {
  const digits = digitsOf(currency);
  return `${new Intl.NumberFormat(format.region, { minimumFractionDigits: cost % 10 ** digits === 0 ? 0 : digits, maximumFractionDigits: digits, useGrouping: false }).format(cost / 10 ** digits)} ${currency}`;
}

export const costOf = (cost: number, currency: string, format: Format): string => format.money(cost / 10 ** digitsOf(currency), currency);

/** Reads "12,50", "12.50 EUR" or "EUR 12.5"; nothing when it is no amount. An empty text takes the amount back. */
export function readAmount(text: string, usual: string, region: string): { cost: number; currency: string } | null {
  if (text.trim() === "") return { cost: 0, currency: "" };
  const found = /^\s*([A-Za-z]{3})?\s*(\d{1,9}(?:[.,]\d{1,3})?)\s*([A-Za-z]{3})?\s*$/.exec(text);
  const currency = (found?.[1] ?? found?.[3] ?? usual).toUpperCase();
  const point = new Intl.NumberFormat(region).format(1.5).charAt(1);
  const number = Number((found?.[2] ?? "x").replace(point, ".").replace(",", "."));
  try {
    return Number.isNaN(number) ? null : { cost: Math.round(number * 10 ** digitsOf(currency)), currency };
  } catch {
    return null;
  }
}
