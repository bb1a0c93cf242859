/** One condition: not, what it is about, its fields, and the way to remove it. Read out as the sentence it makes. */
import { useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { ConditionFields } from "./ConditionFields";
import { changed, type DraftCondition } from "./draft";
import { kinds, starting } from "./kinds";
import { NotToggle } from "./NotToggle";
import type { Building } from "./RuleBuilder";
import css from "./segments.module.css";
import { useRuleWords } from "./words";

export function ConditionRow({ row, building }: { row: DraftCondition; building: Building }) {
  const { t, i18n } = useLingui();
  const words = useRuleWords();
  const { draft, names, put, remove } = building;
  const set = (part: Partial<DraftCondition>) => put(changed(draft, row.key, (found) => ({ ...found, ...part }) as DraftCondition));
  return (
    <div className={css.condition} role="group" aria-label={words.condition(row.condition, names, row.not)} data-part={row.key}>
      <div className={css.fields}>
        <Select
          className={css.kind}
          label={t`About`}
          quietLabel
          options={kinds.map(({ id, label }) => ({ id, label: i18n._(label) }))}
          value={row.condition.on}
          onChange={(kind) => kind !== row.condition.on && set({ condition: starting(kind) })}
        />
        <NotToggle isOn={row.not} onChange={(not) => set({ not })} />
        <ConditionFields condition={row.condition} onChange={(condition) => set({ condition })} names={names} />
      </div>
      <Button className={css.away} kind="quiet" size="s" icon={X} aria-label={t`Remove the condition`} onPress={() => remove(row.key)} />
    </div>
  );
}
