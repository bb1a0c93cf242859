/** Roles of ours and what each may decide: a sentence, and an amount where it differs from the usual. */
import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { RoleLeeway } from "../../bindings/RoleLeeway";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { useFormat } from "../../frame/format";
import { InPlace } from "../../frame/InPlace";
import { isolated } from "../../frame/isolated";
import { moneyText } from "../../frame/money";
import { useRemoveRole, useSaveRole } from "./actions";
import css from "./gestures.module.css";
import { budgets, roles } from "./queries";
import { RoleAmount } from "./RoleAmount";

export function RoleList() {
  const { t } = useLingui();
  const all = useQuery(roles).data;
  if (!all) return null;
  return (
    <section>
      <SectionHead title={t`You may decide`} {...(all.length > 0 && { count: all.length })} />
      {all.length === 0 && <p className={css.none}><Trans>Write down for each role what it may decide on the spot, so that whoever stands before a customer need not ask: “At the counter: a new cup, a bag of coffee, and to say sorry.”</Trans></p>}
      <ul className={css.cards} aria-label={t`What each role may decide`}>
        {all.map((role) => <li key={role.id}><Role role={role} /></li>)}
      </ul>
      <NewRole />
    </section>
  );
}

function Role({ role }: { role: RoleLeeway }) {
  const { t } = useLingui();
  const format = useFormat();
  const save = useSaveRole();
  const remove = useRemoveRole();
  const usual = useQuery(budgets).data;
  const [setting, set] = useState(false);
  const { id, amount, given } = role;
  const name = isolated(role.role);
  const shown = amount === null ? usual : { ...role, amount };
  const may = shown ? moneyText(format.region, shown.amount, shown.currency, shown.digits) : "";
  const months = shown?.months ?? 12;
  return (
    <Card className={css.role} label={role.role}>
      <div className={css.head}>
        <div className={css.roleName}><InPlace needed label={t`Role`} value={role.role} keep={[id, "role"]} placeholder={t`Role`} onSave={(to) => save.mutate({ id, role: to })} /></div>
        <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove the role ${name}`} onPress={() => remove.mutate(role)} />
      </div>
      <InPlace letter label={t`What ${name} may decide`} value={role.text} keep={[id, "text"]} placeholder={t`What may they decide without asking?`} onSave={(to) => save.mutate({ id, text: to })} />
      {setting && shown ? (
        <RoleAmount role={role} now={shown} onDone={() => set(false)} />
      ) : (
        <div className={css.facts}>
          <span>{amount === null ? t`${may} in ${months} months, as usual` : t`${may} in ${months} months`}</span>
          <Button size="s" kind="quiet" icon={Pencil} aria-label={t`Change what ${name} may give`} onPress={() => set(true)} />
          {given > 0 && <span>{plural(given, { one: "one gesture given so", other: "# gestures given so" })}</span>}
        </div>
      )}
    </Card>
  );
}

function NewRole() {
  const { t } = useLingui();
  const save = useSaveRole();
  const [role, setRole] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (role.trim() !== "" && !save.isPending) save.mutate({ role }, { onSuccess: () => setRole("") });
  };
  return (
    <form className={css.addLine} onSubmit={submit}>
      <TextField aria-label={t`A new role`} value={role} onChange={setRole} placeholder={t`At the counter`} error={save.error?.details.why === "known" ? t`There is such a role already.` : null} />
      <Button type="submit" size="s" icon={Plus} isDisabled={role.trim() === ""}>{t`Add the role`}</Button>
    </form>
  );
}
