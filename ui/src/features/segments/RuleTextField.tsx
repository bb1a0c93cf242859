/** A rule as text: typed with what could follow offered below, its error marked where it stands. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type { RuleProblem } from "../../bindings/RuleProblem";
import { Button } from "../../components/controls/Button";
import { join } from "../../components/join";
import css from "./ruleText.module.css";
import { completions } from "./ruleTextQueries";
import { useProblemWords } from "./ruleTextWords";

export interface RuleTextFieldProps {
  text: string;
  onChange: (text: string) => void;
  problem: RuleProblem | null;
}

export function RuleTextField({ text, onChange, problem }: RuleTextFieldProps) {
  const { t } = useLingui();
  const words = useProblemWords();
  const ids = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(text.length);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  // Who asks for the text goes on typing in it.
  useEffect(() => {
    const field = area.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  // Where the caret goes once the text that was put in is drawn.
  const goTo = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (goTo.current === null) return;
    area.current?.setSelectionRange(goTo.current, goTo.current);
    area.current?.focus();
    goTo.current = null;
  }, [text]);
  const { data: found, isPlaceholderData: late } = useQuery({ ...completions(text, caret), enabled: open });
  // Who types faster than the core answers is offered what still fits, and what was typed since is replaced with it.
  const typed = late && found ? text.slice(found.from, caret).toLowerCase() : "";
  const offered = open ? (found?.words ?? []).filter((word) => word.toLowerCase().startsWith(typed)) : [];
  const close = () => {
    setOpen(false);
    setChosen(-1);
  };
  const put = (from: number, to: number, word: string, stay: boolean) => {
    const rest = text.slice(to);
    const gap = rest === "" || /^[\s),]/.test(rest) ? "" : " ";
    const end = rest === "" ? " " : gap;
    goTo.current = from + word.length + (end || stay ? 1 : 0);
    setCaret(from + word.length + 1);
    onChange(text.slice(0, from) + word + end + rest);
  };
  const take = (at: number) => {
    const word = offered[at];
    if (word === undefined || !found) return;
    put(found.from, late ? caret : found.to, word, true);
    setChosen(-1);
    setOpen(true);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const last = offered.length - 1;
    if (event.key === " " && event.ctrlKey) setOpen(true);
    else if (event.key === "ArrowDown" && last >= 0) setChosen(chosen >= last ? 0 : chosen + 1);
    else if (event.key === "ArrowUp" && last >= 0) setChosen(chosen <= 0 ? last : chosen - 1);
    else if ((event.key === "Tab" && !event.shiftKey && last >= 0 && text.trim() !== "") || (event.key === "Enter" && chosen >= 0)) take(Math.max(chosen, 0));
    else if (event.key === "Escape" && offered.length > 0) close();
    else if (event.key === "Enter" && !event.shiftKey) event.currentTarget.form?.requestSubmit();
    else return;
    event.preventDefault();
    // A sheet around the field would take Tab and Esc for its own.
    event.stopPropagation();
  };
  const shown = problem !== null;
  return (
    <div className={css.text}>
      <div className={join(css.box, shown && css.wrong)}>
        <Marked text={text} problem={problem} />
        <textarea
          ref={area}
          className={css.area}
          value={text}
          rows={1}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          dir="auto"
          aria-label={t`Rule as text`}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-invalid={shown}
          aria-describedby={`${ids}-problem`}
          {...(offered.length > 0 && { "aria-controls": `${ids}-list` })}
          {...(chosen >= 0 && { "aria-activedescendant": `${ids}-${chosen}` })}
          placeholder={t`stage = retention and last touch before 60 days ago`}
          onChange={(event) => {
            setCaret(event.target.selectionStart);
            setChosen(-1);
            setOpen(true);
            onChange(event.target.value);
          }}
          onSelect={(event) => {
            if (event.currentTarget.selectionStart !== caret) {
              setCaret(event.currentTarget.selectionStart);
              setChosen(-1);
            }
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
      </div>
      {offered.length > 0 && (
        <ul id={`${ids}-list`} role="listbox" aria-label={t`What could stand here`} className={css.offered}>
          {offered.map((word, at) => (
            <li key={word} id={`${ids}-${at}`} role="option" aria-selected={at === chosen} className={join(css.option, at === chosen && css.chosen)} onMouseDown={(event) => event.preventDefault()} onClick={() => take(at)}>
              <bdi>{word}</bdi>
            </li>
          ))}
        </ul>
      )}
      <div id={`${ids}-problem`} className={css.problem} role="status">
        {problem && <span>{words(problem, text)}</span>}
        {problem?.meant.map((word) => (
          <Button key={word} size="s" kind="outline" onPress={() => put(problem.from, problem.to, word, false)}>{t`Put ${word}`}</Button>
        ))}
      </div>
    </div>
  );
}

/** The same text under the field, unseen but for the line below what cannot be read. It also makes the field as high as it must be. */
function Marked({ text, problem }: { text: string; problem: RuleProblem | null }) {
  if (!problem) return <div className={css.behind} aria-hidden dir="auto">{text}{"\u200b"}</div>;
  const { from, to } = problem;
  return (
    <div className={css.behind} aria-hidden dir="auto">
      {text.slice(0, from)}
      <mark className={css.mark}>{text.slice(from, to) || "\u00a0"}</mark>
      {text.slice(to)}{"\u200b"}
    </div>
  );
}
