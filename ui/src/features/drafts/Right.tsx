/** What is right: the few ticks that say most, and the others on request. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Check, ShieldCheck } from "lucide-react";
import { useState } from "react";
import type { CheckId } from "../../bindings/CheckId";
import type { CheckPassed } from "../../bindings/CheckPassed";
import { Button } from "../../components/controls/Button";
import css from "./coach.module.css";
import { ticks } from "./findings";

/** What people want to know before a letter goes. */
const telling: Partial<Record<CheckId, true>> = { MC04: true, MC29: true, MC13: true, MC19: true, MC24: true };

export function Right({ passed }: { passed: readonly CheckPassed[] }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const order = Object.keys(telling);
  const first = passed.filter(({ id }) => telling[id]).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const rest = passed.filter(({ id }) => !telling[id]);
  return (
    <>
      <ul className={css.checks}>
        {[...first, ...(isOpen ? rest : [])].map((one) => <Tick key={one.id} {...one} />)}
      </ul>
      {rest.length > 0 && (
        <p className={css.fold}>
          <Button kind="quiet" size="s" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {isOpen ? t`Hide the rest` : t`${plural(rest.length, { one: "One more is right", other: "# more are right" })}`}
          </Button>
        </p>
      )}
    </>
  );
}

function Tick({ id, args }: CheckPassed) {
  const { t, i18n } = useLingui();
  const detail = (id === "MC13" && args.step) || (id === "MC29" && args.written);
  return (
    <li className={css.check}>
      {id === "MC24" ? <ShieldCheck size={16} className={css.good} aria-label={t`Right`} /> : <Check size={16} className={css.good} aria-label={t`Right`} />}
      <div>
        <p className={css.title}>{i18n._(ticks[id])}</p>
        {detail && <p className={css.reason} dir="auto">{detail}</p>}
      </div>
    </li>
  );
}
