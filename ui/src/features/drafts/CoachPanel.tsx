/** Beside the letter: what to look at, what is right, and what one knows of the person. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { CheckId } from "../../bindings/CheckId";
import type { CoachFinding } from "../../bindings/CoachFinding";
import type { CoachFix } from "../../bindings/CoachFix";
import type { Draft } from "../../bindings/Draft";
import { Button } from "../../components/controls/Button";
import { SectionHead } from "../../components/layout/Heads";
import { doAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import { useKeepQuiet } from "./actions";
import { Findings } from "./Findings";
import type { Where } from "./Finding";
import { topicsOfChecks } from "./findings";
import { useHeadline } from "./headline";
import css from "./coach.module.css";
import { Known } from "./Known";
import { Right } from "./Right";
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
  const keepQuiet = useKeepQuiet();
  const report = coached?.report;
  const { ignored, overrideReason, row } = draft;
  const about = (checks: readonly string[]) => format.list(checks.map((id) => (id in topicsOfChecks ? i18n._(topicsOfChecks[id as CheckId]) : id)));
  const notChecked = about(report?.notChecked ?? []);
  const quiet = about(ignored);
  const ignore = (id: CheckId, where: Where) => {
    if (where === "here") onIgnored([...ignored.filter((one) => one !== id), id]);
    else keepQuiet.mutate({ check: id, ...(where === "kind" && { kind: row.kind }) });
  };
  return (
    <div className={css.panel}>
      <section>
        <SectionHead title={t`Coach`} note={<Button kind="quiet" size="s" onPress={() => doAction("voice.go")}><Trans>Our voice</Trans></Button>} />
        <p className={css.headline} role="status">{report ? headline(report.findings.length, report.passed.length) : t`Reading along…`}</p>
        {report && <Findings findings={report.findings} kind={row.kind} person={row.person} onFix={onFix} onShow={onShow} onIgnore={ignore} />}
        {report && <Right passed={report.passed} />}
        {overrideReason && <p className={css.aside}><Trans>It left although the coach said stop. The reason given: “{overrideReason}”.</Trans></p>}
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
