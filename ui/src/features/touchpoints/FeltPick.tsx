/** How it felt to them: five shapes, and a word for it. Nothing chosen means that nobody said. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useRef } from "react";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";
import { Radios } from "../../components/controls/Toggles";
import { Felt } from "../../components/marks/Felt";
import { type Feeling, feelings, useFeelingWords } from "../../strings/feelings";
import css from "./touchpoints.module.css";

export interface FeltPickProps {
  felt: Feeling | null;
  word: string;
  onChange: (felt: Feeling | null, word: string) => void;
}

export function FeltPick({ felt, word, onChange }: FeltPickProps) {
  const { t } = useLingui();
  const words = useFeelingWords();
  const box = useRef<HTMLDivElement>(null);
  const choose = (to: Feeling) => onChange(to, felt === to ? word : "");
  const onKeyDown = (event: KeyboardEvent) => {
    if (felt === null || (event.key !== "Backspace" && event.key !== "Delete")) return;
    onChange(null, "");
    event.preventDefault();
  };
  return (
    <div className={css.felt}>
      <div ref={box} className={css.feltRow} onKeyDown={onKeyDown} role="presentation">
        <Radios
          label={t`How it felt to them`}
          bar
          value={felt === null ? null : String(felt)}
          onChange={(to) => choose(Number(to) as Feeling)}
          options={feelings.map((one) => ({ id: String(one), name: words.word(one), label: <Felt value={one} word={words.word(one)} withWord /> }))}
        />
        {felt !== null && <Button kind="quiet" size="s" onPress={() => onChange(null, "")}><Trans>Nobody said</Trans></Button>}
      </div>
      {felt === null ? (
        <p className={css.hint}><Trans>Leave it if nobody said. The keys + and − choose it too.</Trans></p>
      ) : (
        <div className={css.words}>
          {words.offer(felt).map((one) => (
            <Button key={one} kind="quiet" size="s" className={css.word} aria-pressed={(word || words.word(felt)) === one} onPress={() => onChange(felt, one)}>{one}</Button>
          ))}
          <TextField className={css.ownWord} aria-label={t`In another word`} placeholder={t`in another word`} value={words.offer(felt).includes(word) ? "" : word} onChange={(text) => onChange(felt, text)} />
        </div>
      )}
    </div>
  );
}

/** One step warmer or colder; the first step leaves the middle. */
export function feltByKey(key: string, felt: Feeling | null): Feeling | undefined {
  const step = key === "+" || key === "=" ? 1 : key === "-" || key === "−" ? -1 : 0;
  return step === 0 ? undefined : (Math.max(-2, Math.min(2, (felt ?? 0) + step)) as Feeling);
}
