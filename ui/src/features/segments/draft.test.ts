/** The rule as it is built: to a draft and back, and every change of it. */
import { expect, test } from "vitest";
import type { SegmentRule } from "../../bindings/SegmentRule";
import { added, changed, type DraftCondition, type DraftGroup, isGroup, lacking, neighbour, newCondition, newGroup, toDraft, toRule } from "./draft";
import { isDate } from "./kinds";

const one = (stage: string): SegmentRule => ({ match: "one", of: { on: "stage", stage } });
const not = (of: SegmentRule): SegmentRule => ({ match: "not", of });

test.each<[SegmentRule, SegmentRule]>([
  [{ match: "all", of: [one("a"), not(one("b"))] }, { match: "all", of: [one("a"), not(one("b"))] }],
  [{ match: "any", of: [one("a"), not({ match: "all", of: [one("b"), one("c")] })] }, { match: "any", of: [one("a"), not({ match: "all", of: [one("b"), one("c")] })] }],
  [one("a"), { match: "all", of: [one("a")] }],
  [not(not(one("a"))), { match: "all", of: [one("a")] }],
  [not({ match: "any", of: [one("a")] }), { match: "all", of: [not({ match: "any", of: [one("a")] })] }],
  [{ match: "all", of: [] }, { match: "all", of: [] }],
])("%o is built as %o", (rule, built) => expect(toRule(toDraft(rule))).toEqual(built));

test("what lacks its value is left out until it has one", () => {
  const tag = newCondition("tag");
  const draft = newGroup("all", [newCondition("stage"), { ...tag, not: true }, newGroup("any", [newCondition("organisation")])]);
  expect(toRule(draft)).toEqual({ match: "all", of: [one("engagement")] });
  expect(lacking(draft).map((part) => part.condition.on)).toEqual(["tag", "organisation"]);
  const chosen = changed(draft, tag.key, (part) => ({ ...(part as DraftCondition), condition: { on: "tag", tag: "t" } }));
  expect(toRule(chosen)).toEqual({ match: "all", of: [one("engagement"), not({ match: "one", of: { on: "tag", tag: "t" } })] });
});

test("parts are added and removed at any depth, and the focus finds a neighbour", () => {
  const inner = newGroup("any", [newCondition("stage"), newCondition("name")]);
  const [first, second] = inner.of as [DraftCondition, DraftCondition];
  const draft = newGroup("all", [newCondition("tag"), inner]);
  const more = added(draft, inner.key, newCondition("source"));
  expect((more.of[1] as DraftGroup).of).toHaveLength(3);
  expect(neighbour(draft, first.key)).toBe(second.key);
  expect(neighbour(draft, second.key)).toBe(first.key);
  expect(neighbour(newGroup("all", [first]), first.key), "with nothing left, its group").toBeGreaterThan(0);
  const fewer = changed(draft, inner.key, () => undefined);
  expect(fewer.of.some(isGroup)).toBe(false);
});

test.each([["2020", true], ["2020-05", true], ["2020-02-29", true], ["2021-02-29", false], ["2020-13", false], ["20", false], ["May 2020", false]])(
  "%s is a date: %s", (text, is) => expect(isDate(text)).toBe(is),
);
