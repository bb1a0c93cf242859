/** What somebody said about a way to get in touch. What was typed survives Esc. */
import { useLingui } from "@lingui/react/macro";
import { Check, X } from "lucide-react";
import type { FormEvent, KeyboardEvent } from "react";
import type { Channel } from "../../bindings/Channel";
import type { ConsentState } from "../../bindings/ConsentState";
import type { Permission } from "../../bindings/Permission";
import { Button } from "../../components/controls/Button";
import { DateField } from "../../components/controls/DateField";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { Radios } from "../../components/controls/Toggles";
import { Notice } from "../../components/layout/States";
import { dayOf, startOf, useNow } from "../../frame/clock";
import { useKeptForm } from "../../frame/kept";
import { channels, useMeansName } from "../../strings/channels";
import { useSentence } from "../../strings/sentences";
import { useSay } from "./actions";
import css from "./consent.module.css";

export const EVERY = "every";
/** Being brought together with others: no way to write, but a word like the others. */
export const INTRODUCED = "introductions";
/** That a letter speaks of what is sensitive. */
export const SENSITIVE = "sensitive";
export type Means = Channel | typeof EVERY | typeof INTRODUCED | typeof SENSITIVE;

export interface PermissionFormProps {
  person: string;
  means: Means;
  /** What stands there now. */
  word: Permission | undefined;
  onClose: () => void;
}

export function PermissionForm({ person, means, word, onClose }: PermissionFormProps) {
  const { t } = useLingui();
  const sentence = useSentence();
  const meansName = useMeansName();
  const say = useSay();
  const today = dayOf(useNow());
  const { values, set, forget } = useKeptForm(["consent", person, means], { means, state: (word?.state ?? "agreed") as ConsentState, day: today as string | null, how: "" });
  const { state, day, how } = values;
  const wrong = day === null || day > today;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong || say.isPending) return;
    const channel = values.means === EVERY ? {} : { channel: values.means };
    // Today means now: a word of this moment is newer than one of this morning.
    const at = day === today ? {} : { at: startOf(day) };
    const done = () => {
      forget();
      onClose();
    };
    say.mutate({ person, ...channel, state, ...(how.trim() && { how: how.trim() }), ...at }, { onSuccess: done });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onClose();
  };
  return (
    <form className={css.form} onSubmit={submit} onKeyDown={onKeyDown}>
      {say.error && <Notice tone="danger">{sentence(say.error)}</Notice>}
      <Select<Means>
        label={t`About`}
        value={values.means}
        onChange={(to) => set({ means: to })}
        options={[{ id: EVERY, label: t`Every way` }, ...channels.map((channel) => ({ id: channel, label: meansName(channel) })), { id: INTRODUCED, label: t`Being introduced to others` }, { id: SENSITIVE, label: t`Letters about sensitive things` }]}
        autoFocus
      />
      <Radios<ConsentState>
        label={t`What they said`}
        bar
        value={state}
        onChange={(to) => set({ state: to })}
        options={[{ id: "agreed", label: t`They agreed` }, { id: "optedOut", label: t`They asked us not to` }]}
      />
      <DateField label={t`When they said it`} value={day} onChange={(to) => set({ day: to })} max={today} />
      <TextField label={t`Where they said it`} value={how} onChange={(to) => set({ how: to })} placeholder={t`on the form at the fair`} />
      <div className={css.formDeeds}>
        <Button size="s" type="submit" icon={Check} isDisabled={wrong} isPending={say.isPending}>{t`Save`}</Button>
        <Button size="s" kind="quiet" icon={X} onPress={() => { forget(); onClose(); }}>{t`Leave it`}</Button>
      </div>
    </form>
  );
}
