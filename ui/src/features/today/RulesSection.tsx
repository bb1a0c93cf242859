/** The rules of Today in Settings: after how many days of silence somebody is shown. Changed, switched off and removed where they stand. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Rule } from "../../bindings/Rule";
import { Button } from "../../components/controls/Button";
import { Switch } from "../../components/controls/Toggles";
import { join } from "../../components/join";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { useFormat } from "../../frame/format";
import { useRemoveRule, useSaveRule } from "./actions";
import { rules } from "./queries";
import { RuleForm } from "./RuleForm";
import css from "./rules.module.css";
import { scopeKey, useScopes } from "./scopes";

const NEW = "new";

export function RulesSection() {
  const { t } = useLingui();
  const format = useFormat();
  const { all, known } = useScopes();
  const { data: list } = useQuery(rules);
  const [open, setOpen] = useState<string | null>(null);
  // Where the form stood: the focus goes back there.
  const [left, setLeft] = useState<string | null>(null);
  if (!list || !known) return null;
  // Two rules for the same people would leave open which one holds.
  const taken = list.map((rule) => scopeKey(rule.scope));
  const free = all.filter((scope) => !taken.includes(scope.id));
  const first = free[0];
  const close = () => {
    setLeft(open);
    setOpen(null);
  };
  return (
    <section>
      <SectionHead title={t`Rules of Today`} count={format.number(list.length)} />
      <Card>
        <p className={css.text}><Trans>Whoever is silent for longer than a rule says stands on Today. A rule for a tag or a segment takes the place of the one for everybody, be it stricter or more patient.</Trans></p>
        {list.length > 0 && (
          <ul className={css.rules} aria-label={t`Rules of Today`}>
            {list.map((rule) => (
              <li key={rule.id} className={css.item}>
                {open === rule.id ? (
                  <RuleForm rule={rule} scopes={all.filter((scope) => scope.id === scopeKey(rule.scope) || !taken.includes(scope.id))} onClose={close} />
                ) : (
                  <RuleRow rule={rule} left={left === rule.id} onEdit={() => setOpen(rule.id)} />
                )}
              </li>
            ))}
          </ul>
        )}
        {list.length === 0 && <p className={css.none}><Trans>There is no rule. Only whoever is silent for twice their own usual gap stands on Today.</Trans></p>}
        {open === NEW && first ? (
          <RuleForm rule={{ scope: first.scope, days: 30, active: true }} scopes={free} onClose={close} />
        ) : first ? (
          <Button icon={Plus} autoFocus={left === NEW} onPress={() => setOpen(NEW)}><Trans>Add a rule</Trans></Button>
        ) : (
          <p className={css.none}><Trans>Tags and segments can have rules of their own, once there are more of them.</Trans></p>
        )}
      </Card>
    </section>
  );
}

function RuleRow({ rule, left, onEdit }: { rule: Rule; left: boolean; onEdit: () => void }) {
  const { t } = useLingui();
  const { nameOf } = useScopes();
  const save = useSaveRule();
  const remove = useRemoveRule();
  const { id, scope, days, active } = rule;
  const whom = nameOf(scope);
  const sentence = t`${whom}: after ${plural(days, { one: "# day", other: "# days" })} of silence`;
  return (
    <div className={css.row}>
      <Switch isSelected={active} onChange={(on) => save.mutate({ id, scope, days, active: on })} isDisabled={save.isPending}>
        <bdi className={join(!active && css.off)}>{active ? sentence : t`${sentence} · switched off`}</bdi>
      </Switch>
      <span className={css.deeds}>
        <Button kind="quiet" size="s" icon={Pencil} aria-label={t`Change the rule: ${whom}`} autoFocus={left} onPress={onEdit} />
        <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove the rule: ${whom}`} onPress={() => remove.mutate(rule)} />
      </span>
    </div>
  );
}
