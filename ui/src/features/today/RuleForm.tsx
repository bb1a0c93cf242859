/** One rule of Today: for whom, and after how many days. Enter saves, Esc leaves it as it was. */
import { useLingui } from "@lingui/react/macro";
import { Check, X } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import type { RuleInput } from "../../bindings/RuleInput";
import { Button } from "../../components/controls/Button";
import { NumberField } from "../../components/controls/NumberField";
import { Select } from "../../components/controls/Select";
import { Notice } from "../../components/layout/States";
import { useSentence } from "../../strings/sentences";
import { useSaveRule } from "./actions";
import css from "./rules.module.css";
import { type NamedScope, scopeKey } from "./scopes";

/** As the core has it: a day at least, ten years at most. */
const MOST = 3650;

export function RuleForm({ rule, scopes, onClose }: { rule: RuleInput; scopes: readonly NamedScope[]; onClose: () => void }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const save = useSaveRule(true);
  const [whom, setWhom] = useState(scopeKey(rule.scope));
  const [days, setDays] = useState<number | null>(rule.days);
  // A tag or a segment that is gone is not among those to choose from: its rule keeps it until another is chosen.
  const scope = scopes.find((one) => one.id === whom)?.scope ?? rule.scope;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (days === null || save.isPending) return;
    save.mutate({ ...rule, scope, days }, { onSuccess: onClose });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onClose();
  };
  return (
    <form className={css.form} onSubmit={submit} onKeyDown={onKeyDown}>
      {save.error && <Notice tone="danger">{sentence(save.error)}</Notice>}
      <div className={css.fields}>
        <Select label={t`For whom`} options={scopes} value={whom} onChange={setWhom} placeholder={t`a tag or segment that is gone`} autoFocus />
        <NumberField label={t`After how much silence`} value={days} onChange={setDays} min={1} max={MOST} step={1} unit={t`days`} />
      </div>
      <div className={css.formDeeds}>
        <Button type="submit" icon={Check} isDisabled={days === null} isPending={save.isPending}>{t`Save`}</Button>
        <Button kind="quiet" icon={X} onPress={onClose}>{t`Leave it`}</Button>
      </div>
    </form>
  );
}
