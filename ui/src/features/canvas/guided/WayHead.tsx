/** Above a question: how far one is, what is left, how long it took so far, and the way out. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Check, ChevronDown, CircleHelp, Clock, Flag, X } from "lucide-react";
import { Button } from "../../../components/controls/Button";
import { join } from "../../../components/join";
import { type Deed, Menu } from "../../../components/overlays/Menu";
import { useCanvasWords } from "../words";
import css from "./guided.module.css";
import type { StepState, Way } from "./steps";

export interface WayHeadProps {
  way: Way;
  at: number;
  minutes: number;
  onGo: (at: number) => void;
  onLeave: () => void;
}

/** As long as the questions of the three customer blocks are meant to take. */
const MEANT_MINUTES = 15;

export function WayHead({ way, at, minutes, onGo, onLeave }: WayHeadProps) {
  const { t } = useLingui();
  const { steps, open } = way;
  const of = steps.length;
  const number = at + 1;
  const here = at < of ? t`Question ${number} of ${of}` : t`What came out`;
  const left = open === 0 ? t`nothing left open` : t`${plural(open, { one: "one left", other: "# left" })}`;
  return (
    <header className={css.way}>
      <div className={css.wayLine}>
        <Jump way={way} at={at} here={here} onGo={onGo} />
        <span className={css.quiet}>{left}</span>
        <span className={css.time}>
          <Clock size={14} strokeWidth={1.75} aria-hidden />
          {minutes === 0 ? t`about ${MEANT_MINUTES} minutes` : t`${plural(minutes, { one: "one minute", other: "# minutes" })} of about ${MEANT_MINUTES}`}
        </span>
        <Button kind="quiet" size="s" icon={X} keys="escape" onPress={onLeave}>{t`To the sheet`}</Button>
      </div>
      <Bar way={way} at={at} here={here} left={left} />
    </header>
  );
}

/** Any question, and the result, two presses away. */
function Jump({ way, at, here, onGo }: Pick<WayHeadProps, "way" | "at" | "onGo"> & { here: string }) {
  const { t } = useLingui();
  const words = useCanvasWords();
  const said = useStateWords();
  const deeds: Deed[] = [];
  way.steps.forEach(({ block, question, state }, n) => {
    if (n > 0 && way.steps[n - 1]?.block !== block) deeds.push({ id: `line-${block}`, line: true });
    const [asked, how] = [words.question(question), said(state)];
    const icon = state === "open" ? {} : { icon: state === "unknown" ? CircleHelp : Check };
    deeds.push({ id: question, label: state === "open" ? asked : t`${asked} (${how})`, ...icon, isDisabled: n === at, onDo: () => onGo(n) });
  });
  deeds.push({ id: "line-result", line: true }, { id: "result", label: t`What came out`, icon: Flag, isDisabled: at === way.steps.length, onDo: () => onGo(way.steps.length) });
  return (
    <Menu label={t`All questions`} deeds={deeds}>
      <Button kind="quiet" size="s" className={css.jump}>
        {here}
        <ChevronDown size={13} strokeWidth={1.75} aria-hidden />
      </Button>
    </Menu>
  );
}

export function useStateWords(): (state: StepState) => string {
  const { t } = useLingui();
  const words: Record<StepState, string> = { answered: t`answered`, noted: t`answered by notes`, unknown: t`not known yet`, open: t`open` };
  return (state) => words[state];
}

function Bar({ way, at, here, left }: { way: Way; at: number; here: string; left: string }) {
  const { t } = useLingui();
  const { steps, answered, unknown } = way;
  return (
    <div
      className={css.bar}
      role="progressbar"
      aria-label={t`Questions answered`}
      aria-valuemin={0}
      aria-valuemax={steps.length}
      aria-valuenow={answered + unknown}
      aria-valuetext={unknown > 0 ? t`${here}, ${left}, ${unknown} not known yet` : t`${here}, ${left}`}
    >
      {steps.map(({ block, question, state }, n) => (
        <span key={question} className={join(css.pip, css[state], n === at && css.current, n > 0 && steps[n - 1]?.block !== block && css.group)} />
      ))}
    </div>
  );
}
