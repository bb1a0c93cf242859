/** A feeling of a step: one of five shapes, and the word for it, which is never empty. */
import { useLingui } from "@lingui/react/macro";
import type { FeltInput } from "../../bindings/FeltInput";
import type { StepFeeling } from "../../bindings/StepFeeling";
import { Button } from "../../components/controls/Button";
import { Radios } from "../../components/controls/Toggles";
import { Felt } from "../../components/marks/Felt";
import { InPlace } from "../../frame/InPlace";
import { type Feeling, feelingOf, feelings, useFeelingWords } from "../../strings/feelings";
import css from "./journeys.module.css";

export interface FeelPickProps {
  label: string;
  value: StepFeeling | null;
  keep: readonly string[];
  onSave: (to: FeltInput) => void;
}

export function FeelPick({ label, value, keep, onSave }: FeelPickProps) {
  const { t } = useLingui();
  const words = useFeelingWords();
  const felt = value && feelingOf(value.value);
  return (
    <div className={css.feel}>
      <Radios
        label={label}
        bar
        options={feelings.map((one) => ({ id: String(one), label: <Felt value={one} word={words.word(one)} />, name: words.word(one) }))}
        value={felt === null ? null : String(felt)}
        onChange={(to) => {
          const picked = Number(to) as Feeling;
          onSave({ value: picked, word: words.word(picked) });
        }}
      />
      {value && felt !== null && (
        <div className={css.feelWord}>
          <InPlace label={t`The word for it`} value={value.word} onSave={(word) => onSave({ value: felt, word })} keep={keep} placeholder={t`What would they call it?`} needed />
          {words.offer(felt).filter((word) => word !== value.word).slice(0, 3).map((word) => (
            <Button key={word} kind="quiet" size="s" onPress={() => onSave({ value: felt, word })}>{word}</Button>
          ))}
          <Button kind="quiet" size="s" onPress={() => onSave({})}>{t`Nobody said`}</Button>
        </div>
      )}
    </div>
  );
}
