/** Money of a segment's plan, typed with its currency: "12.50 EUR". */
import { plainAmount, readAmount } from "../../frame/money";

/** As it can be typed back. */
export const typedMoney = (minor: number, currency: string, digits: number): string => `${plainAmount(minor, digits)} ${currency}`;

/** Reads "12,50", "12.50 EUR" or "EUR 12.5"; nothing when it is no amount, or of no currency. An empty text takes it back. */
export function readMoney(text: string, usual: string, digitsOf: (currency: string) => number | undefined): { cost: number; currency: string } | null {
  if (text.trim() === "") return { cost: 0, currency: "" };
  const code = /^\s*([A-Za-z]{3})\b|\b([A-Za-z]{3})\s*$/.exec(text);
  const currency = (code?.[1] ?? code?.[2] ?? usual).toUpperCase();
  const digits = digitsOf(currency);
  const cost = digits === undefined ? null : readAmount(code ? text.replace(code[0], "") : text, digits);
  return cost === null || cost < 0 ? null : { cost, currency };
}
