/** The fields of a task: what, by when, for whom, and whether they were told. */
import { useLingui } from "@lingui/react/macro";
import type { Ref } from "react";
import { DateField } from "../../components/controls/DateField";
import { TextField } from "../../components/controls/TextField";
import { Checkbox, Radios } from "../../components/controls/Toggles";
import { PersonPick } from "../../frame/PersonPick";
import css from "./promises.module.css";
import type { TaskValues } from "./taskForm";

export interface TaskFieldsProps {
  values: TaskValues;
  set: (part: Partial<TaskValues>) => void;
  /** It was to be saved and says nothing. */
  isEmpty: boolean;
  textRef: Ref<HTMLInputElement>;
}

export function TaskFields({ values, set, isEmpty, textRef }: TaskFieldsProps) {
  const { t } = useLingui();
  const { person } = values;
  return (
    <>
      <TextField
        label={t`What is to be done`}
        value={values.text}
        onChange={(text) => set({ text })}
        placeholder={t`Send the new price list`}
        error={isEmpty ? t`Say what is to be done.` : null}
        autoFocus
        inputRef={textRef}
      />
      <div className={css.when}>
        <Radios
          label={t`By`}
          bar
          value={values.when}
          onChange={(when) => set({ when })}
          options={[
            { id: "none", label: t`No day` },
            { id: "today", label: t`Today` },
            { id: "tomorrow", label: t`Tomorrow` },
            { id: "week", label: t`In a week` },
            { id: "other", label: t`Another day` },
          ]}
        />
        {values.when === "other" && <DateField label={t`Day`} value={values.day} onChange={(day) => set({ day: day ?? values.day })} />}
      </div>
      <PersonPick label={t`For whom`} hint={t`Nobody in particular when left empty.`} person={person} onChange={(to) => set({ person: to, ...(to === null && { promised: false }) })} />
      {person && (
        <Checkbox isSelected={values.promised} onChange={(promised) => set({ promised })} hint={t`Then it is a promise, and stands first on Today.`}>
          {t`They were told of it`}
        </Checkbox>
      )}
      <TextField label={t`Who does it`} value={values.owner} onChange={(owner) => set({ owner })} placeholder={t`You, when left empty`} />
    </>
  );
}
