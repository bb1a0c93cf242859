/** The kinds of conditions: what they are called where one is chosen, and what each begins with. */
import { msg } from "@lingui/core/macro";
import type { MessageDescriptor } from "@lingui/core";
import type { Condition } from "../../bindings/Condition";
import type { FieldTest } from "../../bindings/FieldTest";

export type Kind = Condition["on"];

/** In the order in which they are offered. */
export const kinds: readonly { id: Kind; label: MessageDescriptor }[] = [
  { id: "tag", label: msg`Tag` },
  { id: "stage", label: msg`Stage` },
  { id: "relation", label: msg`Type of relationship` },
  { id: "inSegment", label: msg`Another segment` },
  { id: "organisation", label: msg`Organisation` },
  { id: "title", label: msg`Title of a role` },
  { id: "place", label: msg`Place` },
  { id: "name", label: msg`Name` },
  { id: "language", label: msg`Language` },
  { id: "preferredChannel", label: msg`Likes to be reached by` },
  { id: "reach", label: msg`Address or number` },
  { id: "permission", label: msg`Permission` },
  { id: "lastTouch", label: msg`Last touchpoint` },
  { id: "neverTouched", label: msg`No touchpoint yet` },
  { id: "touches", label: msg`Number of touchpoints` },
  { id: "channelUsed", label: msg`Channel used` },
  { id: "lastFelt", label: msg`How the last one felt` },
  { id: "meanFelt", label: msg`How it felt on average` },
  { id: "loopStage", label: msg`Loyalty loop` },
  { id: "purchases", label: msg`Number of purchases` },
  { id: "spent", label: msg`Money spent` },
  { id: "lastPurchase", label: msg`Last purchase` },
  { id: "neverBought", label: msg`No purchase yet` },
  { id: "bought", label: msg`What was bought` },
  { id: "customerSince", label: msg`Customer since` },
  { id: "added", label: msg`In the book since` },
  { id: "source", label: msg`Source` },
  { id: "birthday", label: msg`Birthday` },
  { id: "yearly", label: msg`Date of every year` },
  { id: "age", label: msg`Age` },
  { id: "field", label: msg`Field of your own` },
];

const beginnings: { [K in Kind]: Extract<Condition, { on: K }> } = {
  tag: { on: "tag", tag: "" },
  stage: { on: "stage", stage: "engagement" },
  relation: { on: "relation", relation: "personal" },
  organisation: { on: "organisation", organisation: "" },
  name: { on: "name", text: "" },
  language: { on: "language", language: "" },
  preferredChannel: { on: "preferredChannel", channel: "phone" },
  reach: { on: "reach", kind: "phone", has: true },
  lastTouch: { on: "lastTouch", side: "before", days: 30 },
  neverTouched: { on: "neverTouched" },
  touches: { on: "touches", bound: "atLeast", count: 3 },
  channelUsed: { on: "channelUsed", channel: "phone" },
  lastFelt: { on: "lastFelt", bound: "atMost", felt: -1 },
  meanFelt: { on: "meanFelt", bound: "atMost", felt: -0.5, days: 365 },
  customerSince: { on: "customerSince", side: "before", date: "" },
  added: { on: "added", side: "after", days: 30 },
  source: { on: "source", source: "" },
  birthday: { on: "birthday", days: 14 },
  inSegment: { on: "inSegment", segment: "" },
  title: { on: "title", text: "" },
  place: { on: "place", place: "" },
  permission: { on: "permission", channel: "email", state: "agreed" },
  loopStage: { on: "loopStage", stage: "delight" },
  purchases: { on: "purchases", bound: "atLeast", count: 2 },
  spent: { on: "spent", bound: "atLeast", amount: 50_000, currency: "EUR" },
  lastPurchase: { on: "lastPurchase", side: "before", days: 180 },
  neverBought: { on: "neverBought" },
  bought: { on: "bought", text: "" },
  yearly: { on: "yearly", label: "", side: "after", days: 30 },
  age: { on: "age", bound: "atLeast", years: 18 },
  field: { on: "field", field: "", test: "filled", value: "" },
};

/** A condition of this kind as it begins. */
export const starting = (kind: Kind): Condition => beginnings[kind];

/** Whether nothing is missing. */
export function isWhole(condition: Condition): boolean {
  switch (condition.on) {
    case "tag": return condition.tag !== "";
    case "organisation": return condition.organisation !== "";
    case "inSegment": return condition.segment !== "";
    case "name":
    case "title":
    case "bought": return condition.text.trim() !== "";
    case "place": return condition.place.trim() !== "";
    case "field": return condition.field !== "" && fits(condition.test, condition.value);
    case "language": return condition.language.trim() !== "";
    case "source": return condition.source.trim() !== "";
    case "customerSince": return isDate(condition.date);
    default: return true;
  }
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and a day that there is. */
export function isDate(text: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return false;
  const [year, month = 1, day = 1] = text.split("-").map(Number);
  const date = new Date(Date.UTC(year ?? 0, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether a field can be asked for this: as the core has it. */
export function fits(test: FieldTest, value: string): boolean {
  switch (test) {
    case "filled": return true;
    case "atLeast":
    case "atMost": return /^-?\d+(\.\d+)?$/.test(value);
    case "before":
    case "after": return value.length === 10 && isDate(value);
    case "inNext":
    case "inLast": return /^\d+$/.test(value);
    default: return value.trim() !== "";
  }
}
