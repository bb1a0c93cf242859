/** The rule of a segment, built part by part or typed as text; from one to the other and back, nothing that was typed is lost. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Keyboard, ListTree } from "lucide-react";
import type { SegmentRule } from "../../bindings/SegmentRule";
import { Button } from "../../components/controls/Button";
import { core } from "../../host/core";
import { type DraftGroup, toDraft, toRule } from "./draft";
import { RuleBuilder } from "./RuleBuilder";
import { RuleTextField } from "./RuleTextField";
import css from "./segments.module.css";
import { readText } from "./ruleTextQueries";
import type { Names } from "./words";

export interface RuleValues {
  draft: DraftGroup;
  /** Which of the two is shown. */
  typing: boolean;
  /** As it was typed last. */
  text: string;
  /** The rule of the draft when the text was left, as JSON: a text that could not be read comes back while that is the same. */
  textOf: string;
}

export const ruleValues = (draft: DraftGroup): RuleValues => ({ draft, typing: false, text: "", textOf: "" });

/** The rule as it stands; nothing while a text cannot be read. */
export function useWrittenRule({ draft, typing, text }: RuleValues): { rule: SegmentRule | null; read: ReturnType<typeof useRead> } {
  const read = useRead(text, typing);
  return { rule: typing ? (read?.rule ?? null) : toRule(draft), read };
}

function useRead(text: string, typing: boolean) {
  return useQuery({ ...readText(text), enabled: typing && text.trim() !== "" }).data;
}

export function RuleEditor({ values, set, names }: { values: RuleValues; set: (part: Partial<RuleValues>) => void; names: Names }) {
  const { t } = useLingui();
  const { read } = useWrittenRule(values);
  const { draft, typing, text, textOf } = values;
  const toText = async () => {
    const rule = toRule(draft);
    const now = JSON.stringify(rule);
    // What could not be read stands there again, unless the parts were changed since.
    if (text !== "" && now === textOf) return set({ typing: true });
    const isEmpty = rule.match === "all" && rule.of.length === 0;
    set({ typing: true, text: isEmpty ? "" : await core.segments.writeText({ rule }), textOf: now });
  };
  const toParts = () => {
    const next = read?.rule ? toDraft(read.rule) : draft;
    set({ typing: false, draft: next, text: read?.rule ? "" : text, textOf: JSON.stringify(toRule(next)) });
  };
  return (
    <div className={css.editor}>
      {typing ? <RuleTextField text={text} onChange={(to) => set({ text: to })} problem={text.trim() === "" ? null : (read?.problem ?? null)} /> : <RuleBuilder draft={draft} onChange={(to) => set({ draft: to })} names={names} />}
      <div className={css.ways}>
        {typing
          ? <Button size="s" kind="quiet" icon={ListTree} onPress={toParts}>{t`Build it from parts`}</Button>
          : <Button size="s" kind="quiet" icon={Keyboard} onPress={() => void toText()}>{t`Type it as text`}</Button>}
        {!typing && text !== "" && JSON.stringify(toRule(draft)) === textOf && <span className={css.kept}>{t`The text that could not be read is kept.`}</span>}
      </div>
    </div>
  );
}
