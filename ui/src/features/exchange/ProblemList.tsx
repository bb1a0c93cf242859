/** What could not come in, or only in part: the line, what stands there, and why. */
import { useLingui } from "@lingui/react/macro";
import type { FileProblem } from "../../bindings/FileProblem";
import { Card } from "../../components/layout/Card";
import { SectionHead } from "../../components/layout/Heads";
import { ListRow } from "../../components/layout/ListRow";
import { useFormat } from "../../frame/format";
import { whys } from "./words";
import css from "./exchange.module.css";

const SHOWN = 200;

export function ProblemList({ title, problems }: { title: string; problems: readonly FileProblem[] }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  if (problems.length === 0) return null;
  return (
    <>
      <SectionHead title={title} count={format.number(problems.length)} />
      <Card rows>
        <ul className={css.rows} aria-label={title} tabIndex={0}>
          {problems.slice(0, SHOWN).map((problem, index) => {
            const line = format.number(problem.line);
            return (
              <li key={`${index} ${problem.line}`}>
                <ListRow tight title={t`Line ${line}`} aside={problem.what || t`nothing readable`} text={i18n._(whys[problem.why])} />
              </li>
            );
          })}
        </ul>
      </Card>
    </>
  );
}
