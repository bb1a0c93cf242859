/** Beside the letter: what to look at, what is right, and what one knows of the person. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Check, ShieldCheck } from "lucide-react";
import type { CheckId } from "../../bindings/CheckId";
import type { CoachFinding } from "../../bindings/CoachFinding";
import type { CoachFix } from "../../bindings/CoachFix";
import type { Draft } from "../../bindings/Draft";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { useFormat } from "../../frame/format";
import { useHeadline } from "./headline";
import css from "./coach.module.css";
import { Finding } from "./Finding";
import { ticks, topicsOfChecks } from "./findings";
import { Known } from "./Known";
import type { Coached } from "./useCoach";

export interface CoachPanelProps {
  draft: Draft;
  coached: Coached | undefined;
  onFix: (fix: CoachFix) => void;
  onShow: (finding: CoachFinding) => void;
  onIgnored: (checks: string[]) => void;
}

export function CoachPanel({ draft, coached, onFix, onShow, onIgnored }: CoachPanelProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const headline = useHeadline();
  const report = coached?.report;
  const { ignored } = draft;
  const about = (checks: readonly string[]) => format.list(checks.map((id) => (id in topicsOfChecks ? i18n._(topicsOfChecks[id as CheckId]) : id)));
  const notChecked = about(report?.notChecked ?? []);
  const quiet = about(ignored);
  return (
    <div className={css.panel}>
      <section>
        <SectionHead title={t`Coach`} />
        <p className={css.headline} role="status">{report ? headline(report.findings.length, report.passed.length) : t`Reading along…`}</p>
        {report && (
          <ul className={css.checks}>
            {report.findings.map((finding, at) => (
              <Finding
                key={`${finding.id}.${finding.variant}.${at}`}
                finding={finding}
                onFix={onFix}
                onShow={onShow}
                onIgnore={() => onIgnored([...ignored.filter((id) => id !== finding.id), finding.id])}
              />
            ))}
            {report.passed.map(({ id, args }) => (
              <li key={id} className={css.check}>
                {id === "MC24" ? <ShieldCheck size={16} className={css.good} aria-label={t`Right`} /> : <Check size={16} className={css.good} aria-label={t`Right`} />}
                <div>
                  <p className={css.title}>{i18n._(ticks[id])}</p>
                  {id === "MC13" && args.step && <p className={css.reason} dir="auto">{args.step}</p>}
                </div>
              </li>
            ))}
          </ul>
        )}
        {notChecked && <p className={css.aside}><Trans>Not checked in this language: {notChecked}.</Trans></p>}
        {quiet && (
          <p className={css.aside}>
            <Trans>Quiet here about {quiet}.</Trans>{" "}
            <Button kind="quiet" size="s" onPress={() => onIgnored([])}><Trans>Look again</Trans></Button>
          </p>
        )}
      </section>
      <Known draft={draft} />
    </div>
  );
}
