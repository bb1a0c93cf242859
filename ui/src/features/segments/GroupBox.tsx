/** A group of conditions: whether all or one of them must hold, the conditions, and what can be added. */
import { useLingui } from "@lingui/react/macro";
import { FolderPlus, Plus, X } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { type Option, Select } from "../../components/controls/Select";
import { join } from "../../components/join";
import { ConditionRow } from "./ConditionRow";
import { added, changed, DEEPEST, type DraftGroup, isGroup, type Match, newCondition, newGroup } from "./draft";
import { NotToggle } from "./NotToggle";
import type { Building } from "./RuleBuilder";
import css from "./segments.module.css";

export function GroupBox({ group, building, depth }: { group: DraftGroup; building: Building; depth: number }) {
  const { t } = useLingui();
  const { draft, put, putAndGo, remove } = building;
  const joins: readonly Option<Match>[] = [{ id: "all", label: t`All of these hold` }, { id: "any", label: t`One of these holds` }, { id: "none", label: t`None of these holds` }];
  const isRoot = group.key === draft.key;
  const set = (part: Partial<DraftGroup>) => put(changed(draft, group.key, (found) => ({ ...found, ...part }) as DraftGroup));
  const addCondition = () => {
    const part = newCondition(depth === 1 && group.of.length === 0 ? "tag" : "stage");
    putAndGo(added(draft, group.key, part), part.key);
  };
  const addGroup = () => {
    const first = newCondition("stage");
    putAndGo(added(draft, group.key, newGroup(group.match === "all" ? "any" : "all", [first])), first.key);
  };
  return (
    <div className={join(css.group, !isRoot && css.inner)} role="group" aria-label={joins.find((one) => one.id === group.match)?.label} data-part={group.key}>
      <div className={css.groupHead}>
        {!isRoot && <NotToggle isOn={group.not} onChange={(not) => set({ not })} />}
        <Select
          plain
          label={t`How the conditions are joined`}
          quietLabel
          options={joins}
          value={group.match}
          onChange={(match) => set({ match })}
        />
        {!isRoot && <Button className={css.away} kind="quiet" size="s" icon={X} aria-label={t`Remove the group`} onPress={() => remove(group.key)} />}
      </div>
      {group.of.length > 0 && (
        <ul className={css.parts}>
          {group.of.map((part, at) => (
            <li key={part.key} className={css.part}>
              {at > 0 && <span className={css.joint} aria-hidden>{group.match === "all" ? t`and` : group.match === "any" ? t`or` : t`nor`}</span>}
              {isGroup(part) ? <GroupBox group={part} building={building} depth={depth + 1} /> : <ConditionRow row={part} building={building} />}
            </li>
          ))}
        </ul>
      )}
      <div className={css.adding}>
        <Button size="s" kind={isRoot ? "outline" : "quiet"} icon={Plus} onPress={addCondition}>{t`Condition`}</Button>
        {depth < DEEPEST && <Button size="s" kind="quiet" icon={FolderPlus} onPress={addGroup}>{t`Group`}</Button>}
      </div>
    </div>
  );
}
