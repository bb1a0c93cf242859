/** How one looks at the list: what is filtered and how it is sorted. It is still so when one comes back. */
import { useState } from "react";
import type { PeopleFilter } from "../../bindings/PeopleFilter";
import type { Without } from "../../bindings/Without";
import { useKept } from "../../frame/kept";

export type Sort = "name" | "lastTouch" | "added";

export interface View {
  tag: string | null;
  stage: string | null;
  without: Without | null;
  sort: Sort;
  binned: boolean;
}

export const wholeBook: View = { tag: null, stage: null, without: null, sort: "name", binned: false };

export interface PeopleView {
  view: View;
  text: string;
  /** As the core is asked. */
  filter: PeopleFilter;
  /** Whether some are left out. */
  filtered: boolean;
  setText: (text: string) => void;
  set: (part: Partial<View>) => void;
  clear: () => void;
}

export function usePeopleView(): PeopleView {
  const [view, keepView] = useKept<View>(["people", "view"], wholeBook);
  const [keptText, keepText] = useKept(["people", "text"], "");
  const [text, setTyped] = useState(keptText);
  const setText = (to: string) => {
    setTyped(to);
    keepText(to);
  };
  const words = text.trim();
  const filter: PeopleFilter = {
    ...(words && { text: words }),
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
    filtered: words !== "" || view.tag !== null || view.stage !== null || view.without !== null,
    setText,
    set: (part) => keepView({ ...view, ...part }),
    clear: () => {
      setText("");
      keepView({ ...wholeBook, sort: view.sort, binned: view.binned });
    },
  };
}
