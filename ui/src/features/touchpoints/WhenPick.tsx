/** When it was: now unless one says otherwise. */
import { useLingui } from "@lingui/react/macro";
import { DateField } from "../../components/controls/DateField";
import { TextField } from "../../components/controls/TextField";
import { Radios } from "../../components/controls/Toggles";
import { dayOf, useNow } from "../../frame/clock";
import type { TouchForm } from "./touchForm";
import css from "./touchpoints.module.css";

export interface WhenPickProps {
  form: TouchForm;
  set: (part: Partial<TouchForm>) => void;
  /** What was logged before has a day of its own: then only that is asked. */
  dated?: boolean;
  wrong: boolean;
}

export function WhenPick({ form, set, dated, wrong }: WhenPickProps) {
  const { t } = useLingui();
  const today = dayOf(useNow());
  return (
    <div className={css.whenRow}>
      {!dated && (
        <Radios
          label={t`When`}
          bar
          value={form.when}
          onChange={(when) => set({ when })}
          options={[
            { id: "now", label: t`Now` },
            { id: "yesterday", label: t`Yesterday` },
            { id: "other", label: t`Another day` },
          ]}
        />
      )}
      {form.when === "other" && <DateField label={t`Day`} value={form.day} onChange={(day) => set({ day: day ?? form.day })} max={today} />}
      {form.when !== "now" && <TextField className={css.time} label={t`Time`} value={form.time} onChange={(time) => set({ time })} error={wrong ? t`Like 14:30` : null} />}
    </div>
  );
}
