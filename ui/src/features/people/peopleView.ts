/** How one looks at the list: what is filtered and how it is sorted. It is still so when one comes back. */
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { PeopleFilter } from "../../bindings/PeopleFilter";
import type { Without } from "../../bindings/Without";
import { useKept } from "../../frame/kept";

export type Sort = "name" | "lastTouch" | "added";

/** What the list is asked for: the core's filter, and a segment beside it. */
export interface Wanted extends PeopleFilter {
  segment?: string;
}

export interface View {
  segment: string | null;
  tag: string | null;
  stage: string | null;
  without: Without | null;
  sort: Sort;
  binned: boolean;
}

export const wholeBook: View = { segment: null, tag: null, stage: null, without: null, sort: "name", binned: false };

export interface PeopleView {
  view: View;
  text: string;
  /** As the core is asked. */
  filter: Wanted;
  /** Whether some are left out. */
  filtered: boolean;
  setText: (text: string) => void;
  set: (part: Partial<View>) => void;
  clear: () => void;
}

export function usePeopleView(): PeopleView {
  const [kept, keepView] = useKept<View>(["people", "view"], wholeBook);
  const [keptText, keepText] = useKept(["people", "text"], "");
  const [typed, setTyped] = useState(keptText);
  // Another room may ask for a part of the list by its address (`?without=phone`): so it stands until something is changed.
  const asked = useLocation().search as { segment?: string; without?: Without };
  const navigate = useNavigate();
  const asks = asked.segment !== undefined || asked.without !== undefined;
  const view: View = asks ? { ...wholeBook, segment: asked.segment ?? null, without: asked.without ?? null } : kept;
  const text = asks ? "" : typed;
  const keep = (to: View, words: string) => {
    setTyped(words);
    keepText(words);
    keepView(to);
    if (asks) void navigate({ to: "/people", search: {}, replace: true });
  };
  const words = text.trim();
  const filter: Wanted = {
    ...(words && { text: words }),
    ...(view.segment && { segment: view.segment }),
    ...(view.tag && { tag: view.tag }),
    ...(view.stage && { stage: view.stage }),
    ...(view.without && { without: view.without }),
    ...(view.binned && { binned: true }),
    ...(view.sort !== "name" && { sort: view.sort }),
  };
  return {
    view,
    text,
    filter,
    filtered: words !== "" || view.segment !== null || view.tag !== null || view.stage !== null || view.without !== null,
    setText: (to) => keep(view, to),
    set: (part) => keep({ ...view, ...part }, text),
    clear: () => keep({ ...wholeBook, sort: view.sort, binned: view.binned }, ""),
  };
}
