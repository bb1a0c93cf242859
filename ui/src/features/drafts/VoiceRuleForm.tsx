/** One rule of the voice: what it looks for, why, and examples that show it does what it should. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Save, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { KeptVoiceRule } from "../../bindings/KeptVoiceRule";
import type { VoiceRule } from "../../bindings/VoiceRule";
import type { VoiceRuleKind } from "../../bindings/VoiceRuleKind";
import { Button } from "../../components/controls/Button";
import { NumberField } from "../../components/controls/NumberField";
import { Select } from "../../components/controls/Select";
import { TextArea } from "../../components/controls/TextArea";
import { TextField } from "../../components/controls/TextField";
import { Switch } from "../../components/controls/Toggles";
import { Notice } from "../../components/layout/States";
import { useSentence } from "../../strings/sentences";
import { useRemoveVoiceRule, useSaveVoiceRule } from "./actions";
import css from "./drafts.module.css";
import { emptyRule, ruleKinds } from "./voiceWords";

const inLines = (list: readonly string[]) => list.join("\n");
const linesOf = (text: string) => text.split("\n");

export interface VoiceRuleFormProps {
  kept: KeptVoiceRule | undefined;
  onSaved: (id: string) => void;
  onGone: () => void;
}

export function VoiceRuleForm({ kept, onSaved, onGone }: VoiceRuleFormProps) {
  const { t, i18n } = useLingui();
  const sentence = useSentence();
  const save = useSaveVoiceRule();
  const remove = useRemoveVoiceRule();
  const [rule, setRule] = useState<VoiceRule>(kept?.rule ?? emptyRule);
  const set = (part: Partial<VoiceRule>) => setRule({ ...rule, ...part });
  const words = ruleKinds[rule.kind];
  const { failed = [] } = save.data ?? {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    save.mutate({ ...(kept && { id: kept.id }), rule }, {
      onSuccess: ({ sheet, failed }) => {
        const last = sheet.rules.at(-1)?.id;
        if (failed.length === 0 && !kept && last) onSaved(last);
      },
    });
  };
  return (
    <form className={css.desk} aria-label={kept ? t`Rule` : t`A new rule`} onSubmit={submit}>
      {save.error && <Notice tone="danger">{sentence(save.error)}</Notice>}
      <Select
        label={t`What it looks for`} value={rule.kind} onChange={(kind) => set({ kind })} hint={i18n._(words.does)}
        options={(Object.keys(ruleKinds) as VoiceRuleKind[]).map((id) => ({ id, label: i18n._(ruleKinds[id].name) }))}
      />
      <TextArea label={i18n._(words.words)} value={inLines(rule.words)} onChange={(text) => set({ words: linesOf(text) })} rows={3} />
      {rule.kind === "substitution" && <TextField label={t`What we say`} value={rule.wanted} onChange={(wanted) => set({ wanted })} autoComplete="off" />}
      {rule.kind === "conditional" && <TextField label={t`What has to stand there too`} value={rule.wanted} onChange={(wanted) => set({ wanted })} autoComplete="off" />}
      {rule.kind === "occurrence" && <NumberField label={t`So often is enough`} value={rule.most} min={0} max={99} onChange={(most) => set({ most: most ?? 1 })} />}
      <TextField label={t`Why, in a sentence`} value={rule.message} onChange={(message) => set({ message })} autoComplete="off" />
      <Switch isSelected={rule.warns} onChange={(warns) => set({ warns })} hint={t`Off: it is only a hint. A rule of style never stops a letter.`}>{t`It is a warning`}</Switch>
      <TextArea label={t`But right in these phrases, one a line`} value={inLines(rule.exceptions)} onChange={(text) => set({ exceptions: linesOf(text) })} rows={2} />
      <TextArea label={t`Examples in which it has to find something, one a line`} value={inLines(rule.bad)} onChange={(text) => set({ bad: linesOf(text) })} rows={2} />
      <TextArea label={t`Examples in which it must not, one a line`} value={inLines(rule.good)} onChange={(text) => set({ good: linesOf(text) })} rows={2} />
      {failed.length > 0 && (
        <Notice tone="warn">
          <strong><Trans>Not saved: the rule does not do what these examples say.</Trans></strong>
          <ul>{failed.map((text) => <li key={text} dir="auto">{text}</li>)}</ul>
        </Notice>
      )}
      <footer className={css.deeds}>
        <Button kind="primary" type="submit" icon={Save} isPending={save.isPending}><Trans>Save rule</Trans></Button>
        {kept && <Button kind="quiet" icon={Trash2} onPress={() => remove.mutate(kept.id, { onSuccess: onGone })}><Trans>Take it out</Trans></Button>}
      </footer>
    </form>
  );
}
