/** A rule while it is being built: every part has a key that stays, and a condition may lack its value. */
import type { Condition } from "../../bindings/Condition";
import type { SegmentRule } from "../../bindings/SegmentRule";
import { isWhole, type Kind, starting } from "./kinds";

/** How the parts of a group are joined; "none" is the opposite of "any". */
export type Match = "all" | "any" | "none";

export interface DraftGroup {
  key: number;
  not: boolean;
  match: Match;
  of: readonly Draft[];
}

export interface DraftCondition {
  key: number;
  not: boolean;
  condition: Condition;
}

export type Draft = DraftGroup | DraftCondition;

/** How deep the builder puts groups into groups; with every one of them negated the core's limit of eight holds. */
export const DEEPEST = 3;

export const isGroup = (draft: Draft): draft is DraftGroup => "of" in draft;

let lastKey = 0;
const nextKey = () => ++lastKey;

export const newCondition = (kind: Kind): DraftCondition => ({ key: nextKey(), not: false, condition: starting(kind) });
export const newGroup = (match: Match, of: readonly Draft[]): DraftGroup => ({ key: nextKey(), not: false, match, of });

/** A saved rule as a draft; the outermost part is always a group. */
export function toDraft(rule: SegmentRule): DraftGroup {
  const draft = draftOf(rule);
  return isGroup(draft) && !draft.not ? draft : newGroup("all", [draft]);
}

function draftOf(rule: SegmentRule): Draft {
  switch (rule.match) {
    case "one": return { key: nextKey(), not: false, condition: rule.of };
    case "not": {
      const inside = draftOf(rule.of);
      if (isGroup(inside) && inside.match === "any" && !inside.not && inside.of.length > 1) return { ...inside, match: "none" };
      return { ...inside, not: !inside.not };
    }
    default: return newGroup(rule.match, rule.of.map(draftOf));
  }
}

/** The rule a draft says so far: conditions that lack their value, and groups of nothing, are left out. */
export function toRule(draft: DraftGroup): SegmentRule {
  return ruleOf(draft) ?? { match: draft.match === "any" ? "any" : "all", of: [] };
}

function ruleOf(draft: Draft): SegmentRule | undefined {
  const rule = isGroup(draft) ? groupRule(draft) : isWhole(draft.condition) ? ({ match: "one", of: draft.condition } as const) : undefined;
  return rule && draft.not ? { match: "not", of: rule } : rule;
}

function groupRule({ match, of }: DraftGroup): SegmentRule | undefined {
  const rules = of.map(ruleOf).filter((rule) => rule !== undefined);
  if (rules.length === 0) return undefined;
  return match === "none" ? { match: "not", of: { match: "any", of: rules } } : { match, of: rules };
}

/** The conditions that lack their value. */
export const lacking = (draft: Draft): readonly DraftCondition[] =>
  isGroup(draft) ? draft.of.flatMap(lacking) : isWhole(draft.condition) ? [] : [draft];

/** The same draft with one part made anew; without it when `make` answers with nothing. */
export function changed(group: DraftGroup, key: number, make: (part: Draft) => Draft | undefined): DraftGroup {
  if (group.key === key) return (make(group) as DraftGroup | undefined) ?? group;
  const of = group.of.flatMap((part) => {
    if (part.key === key) return make(part) ?? [];
    return isGroup(part) ? changed(part, key, make) : part;
  });
  return { ...group, of };
}

export const added = (root: DraftGroup, group: number, part: Draft): DraftGroup =>
  changed(root, group, (found) => (isGroup(found) ? { ...found, of: [...found.of, part] } : found));

/** Where the focus goes when a part leaves: the next one, the one before it, or the group. */
export function neighbour(root: DraftGroup, key: number): number {
  const at = root.of.findIndex((part) => part.key === key);
  if (at >= 0) return (root.of[at + 1] ?? root.of[at - 1] ?? root).key;
  for (const part of root.of) {
    if (isGroup(part)) {
      const found = neighbour(part, key);
      if (found !== -1) return found;
    }
  }
  return -1;
}
