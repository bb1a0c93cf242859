/** For whom a rule of Today can be: everybody, those with a tag, those in a segment. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { Scope } from "../../bindings/Scope";
import { isolated } from "../../frame/isolated";
import { segmentList } from "../../frame/segmentList";
import { tags } from "./queries";

export interface NamedScope {
  id: string;
  label: string;
  detail: string;
  scope: Scope;
}

export const scopeKey = (scope: Scope): string => (scope.for === "everyone" ? scope.for : `${scope.for} ${scope.id}`);

export interface Scopes {
  all: readonly NamedScope[];
  /** Whether tags and segments are read. */
  known: boolean;
  nameOf: (scope: Scope) => string;
}

export function useScopes(): Scopes {
  const { t } = useLingui();
  const tagged = useQuery(tags).data;
  const grouped = useQuery(segmentList).data;
  const all: NamedScope[] = [
    { id: "everyone", label: t`Everybody`, detail: "", scope: { for: "everyone" } },
    ...(tagged ?? []).map((tag): NamedScope => ({ id: `tag ${tag.id}`, label: tag.name, detail: t`tag`, scope: { for: "tag", id: tag.id } })),
    ...(grouped ?? []).map((segment): NamedScope => ({ id: `segment ${segment.id}`, label: segment.name, detail: t`segment`, scope: { for: "segment", id: segment.id } })),
  ];
  const nameOf = (scope: Scope) => {
    const label = all.find((one) => one.id === scopeKey(scope))?.label;
    if (label === undefined) return scope.for === "tag" ? t`A tag that is gone` : t`A segment that is gone`;
    const name = isolated(label);
    if (scope.for === "everyone") return label;
    return scope.for === "tag" ? t`Tag “${name}”` : t`Segment “${name}”`;
  };
  return { all, known: tagged !== undefined && grouped !== undefined, nameOf };
}
