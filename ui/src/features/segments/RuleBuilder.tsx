/** Builds a rule from conditions and groups; every part is a labelled control, so that it works without a mouse. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";
import { type DraftGroup, neighbour } from "./draft";
import { focusIn } from "./focusIn";
import { GroupBox } from "./GroupBox";
import css from "./segments.module.css";
import type { Names } from "./words";

export interface RuleBuilderProps {
  draft: DraftGroup;
  onChange: (draft: DraftGroup) => void;
  names: Names;
}

/** What its parts can do. */
export interface Building {
  draft: DraftGroup;
  names: Names;
  put: (draft: DraftGroup) => void;
  /** Changes the rule and puts the focus into a part of it, once it is drawn. */
  putAndGo: (draft: DraftGroup, key: number) => void;
  remove: (key: number) => void;
}

export function RuleBuilder({ draft, onChange, names }: RuleBuilderProps) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const goTo = useRef<number | null>(null);
  useEffect(() => {
    if (goTo.current === null) return;
    const part = box.current?.querySelector(`[data-part="${goTo.current}"]`);
    goTo.current = null;
    if (part) focusIn(part);
  }, [draft]);
  const building: Building = {
    draft,
    names,
    put: onChange,
    putAndGo: (to, key) => {
      goTo.current = key;
      onChange(to);
    },
    remove: (key) => {
      goTo.current = neighbour(draft, key);
      onChange(without(draft, key));
    },
  };
  return (
    <div ref={box} className={css.builder} role="group" aria-label={t`Rule`}>
      <GroupBox group={draft} building={building} depth={1} />
    </div>
  );
}

const without = (group: DraftGroup, key: number): DraftGroup => ({
  ...group,
  of: group.of.filter((part) => part.key !== key).map((part) => ("of" in part ? without(part, key) : part)),
});
