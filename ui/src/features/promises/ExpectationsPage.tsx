/** What we say: what people may expect, what our firm commits itself to, and what somebody was told in two ways. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { PageHead } from "../../components/layout/Heads";
import { SplitPane } from "../../components/layout/SplitPane";
import { Tabs } from "../../components/layout/Tabs";
import { useKept } from "../../frame/kept";
import { ExpectationsView } from "./ExpectationsView";
import css from "./expectations.module.css";
import { CommitmentsView } from "./CommitmentsView";
import { TwoWays } from "./TwoWays";

export function ExpectationsPage() {
  const { t } = useLingui();
  const [view, show] = useKept<"expected" | "committed" | "twoWays">(["promises", "expectations"], "expected");
  return (
    <SplitPane>
      <PageHead title={t`What people may expect`} line={<><Trans>Letters are compared with it, so that everybody is told the same.</Trans> <Link to="/tasks" className={css.who}><Trans>Everything to do</Trans></Link></>} />
      <div className={css.page}>
        <Tabs
          label={t`What people may expect`}
          value={view}
          onChange={show}
          tabs={[
            { id: "expected", label: t`Expectations`, panel: <ExpectationsView /> },
            { id: "committed", label: t`Commitments`, panel: <CommitmentsView /> },
            { id: "twoWays", label: t`Told in two ways`, panel: <TwoWays /> },
          ]}
        />
      </div>
    </SplitPane>
  );
}
