/** Beside the sheet: how sure one is of a note, how much hangs on it, who looks after it, and the test that would show it wrong. */
import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Evidence } from "../../bindings/Evidence";
import type { JudgeNote } from "../../bindings/JudgeNote";
import type { Note } from "../../bindings/Note";
import { Select } from "../../components/controls/Select";
import { Radios } from "../../components/controls/Toggles";
import { DayInPlace } from "../../frame/DayInPlace";
import { InPlace } from "../../frame/InPlace";
import { isolated } from "../../frame/isolated";
import { useJudgeNote } from "./actions";
import css from "./canvas.module.css";
import { evidences, useEvidenceWords } from "./Sure";
import own from "./versions.module.css";

export interface JudgePartProps {
  note: Note;
  /** Asked for by key so many times: takes the focus. */
  asked: number;
  /** Back to the note. */
  onLeave: () => void;
}

export function JudgePart({ note, asked, onLeave }: JudgePartProps) {
  const { t } = useLingui();
  const words = useEvidenceWords();
  const judge = useJudgeNote();
  const part = useRef<HTMLElement>(null);
  const { id, judgement } = note;
  const { evidence, importance, owner, measure, passMark, reviewOn, result } = judgement;
  useEffect(() => {
    if (asked > 0) part.current?.querySelector("button")?.focus();
  }, [asked]);
  const said = isolated(note.text);
  const set = (change: Omit<JudgeNote, "id">) => judge.mutate({ id, ...change });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    onLeave();
  };
  const line = (field: "owner" | "measure" | "passMark" | "result", label: string, value: string, placeholder: string) => (
    <div>
      <h3 className={css.asked}>{label}</h3>
      <InPlace label={label} value={value} onSave={(to) => set({ [field]: to })} keep={["canvas", id, field]} placeholder={placeholder} />
    </div>
  );
  return (
    <section ref={part} className={own.judge} aria-label={t`How sure are you?`} onKeyDown={onKeyDown}>
      <Select<Evidence> label={t`How sure are you?`} options={evidences.map((one) => ({ id: one, label: words(one) }))} value={evidence} onChange={(to) => set({ evidence: to })} />
      <Radios
        label={t`How much hangs on it?`}
        bar
        options={[
          { id: "0", label: t`not said` },
          { id: "1", label: t`little` },
          { id: "2", label: t`some` },
          { id: "3", label: t`a lot` },
        ]}
        value={String(importance)}
        onChange={(to) => set({ importance: Number(to) })}
      />
      {line("owner", t`Who looks after it`, owner, t`Nobody yet`)}
      {line("measure", t`What would show it`, measure, t`For example: how many of ten say yes`)}
      {line("passMark", t`It holds from`, passMark, t`For example: five of ten`)}
      <DayInPlace label={t`Look at it on`} value={reviewOn || null} onSave={(day) => set({ reviewOn: day ?? "", task: t`Look at what came of “${said}”` })} />
      {line("result", t`What came out`, result, t`Nothing yet`)}
    </section>
  );
}
