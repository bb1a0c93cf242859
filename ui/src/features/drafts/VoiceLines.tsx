/** Values, endings and ethics: short lines in one's own words. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import type { VoiceLine } from "../../bindings/VoiceLine";
import type { VoiceLineKind } from "../../bindings/VoiceLineKind";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { useRemoveVoiceLine, useSaveVoiceLine } from "./actions";
import coach from "./coach.module.css";
import css from "./drafts.module.css";
import { lineKinds } from "./voiceWords";

export function VoiceLines({ lines }: { lines: readonly VoiceLine[] }) {
  return (
    <div className={css.desk}>
      {(Object.keys(lineKinds) as VoiceLineKind[]).map((kind) => <Section key={kind} kind={kind} lines={lines.filter((line) => line.kind === kind)} />)}
    </div>
  );
}

function Section({ kind, lines }: { kind: VoiceLineKind; lines: readonly VoiceLine[] }) {
  const { i18n } = useLingui();
  const { name, hint, add } = lineKinds[kind];
  const save = useSaveVoiceLine();
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "" || save.isPending) return;
    save.mutate({ kind, text }, { onSuccess: () => setText("") });
  };
  return (
    <section aria-label={i18n._(name)}>
      <SectionHead title={i18n._(name)} />
      <Card>
        <p className={coach.quiet}>{i18n._(hint)}</p>
        {lines.length > 0 && <ul className={coach.list}>{lines.map((line) => <Line key={line.id} line={line} />)}</ul>}
        <form className={coach.add} onSubmit={submit}>
          <TextField aria-label={i18n._(add)} placeholder={i18n._(add)} value={text} onChange={setText} autoComplete="off" />
          <Button type="submit" isPending={save.isPending}><Trans>Add</Trans></Button>
        </form>
      </Card>
    </section>
  );
}

function Line({ line }: { line: VoiceLine }) {
  const { t } = useLingui();
  const remove = useRemoveVoiceLine();
  const { text } = line;
  return (
    <li className={coach.row}>
      <span dir="auto" className={coach.what}>{text}</span>
      <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Take out “${text}”`} onPress={() => remove.mutate(line.id)} />
    </li>
  );
}
