/** What customers tell us about us: doubts that are open, questions asked again and again, purchases that take longer. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { PageHead } from "../../components/layout/Heads";
import { SplitPane } from "../../components/layout/SplitPane";
import { Tabs } from "../../components/layout/Tabs";
import { useFormat } from "../../frame/format";
import { useKept } from "../../frame/kept";
import { AllDoubts } from "./AllDoubts";
import { DossiersView } from "./DossiersView";
import css from "./feedback.module.css";
import { openDoubts } from "./queries";
import { QuestionsView } from "./QuestionsView";

const views = ["doubts", "questions", "dossiers"] as const;
type View = (typeof views)[number];

export function FeedbackPage() {
  const { t } = useLingui();
  const format = useFormat();
  const [view, show] = useView();
  const open = useQuery(openDoubts(0)).data?.total;
  return (
    <SplitPane>
      <PageHead title={t`Feedback`} line={t`What people are not sure of, what they ask again and again, and what takes them longer to buy.`} />
      <div className={css.page}>
        <Tabs<View>
          label={t`Feedback`}
          value={view}
          onChange={show}
          tabs={[
            { id: "doubts", label: t`Open doubts`, ...(open !== undefined && { count: format.number(open) }), panel: <AllDoubts /> },
            { id: "questions", label: t`Questions`, panel: <QuestionsView /> },
            { id: "dossiers", label: t`Dossiers`, panel: <DossiersView /> },
          ]}
        />
      </div>
    </SplitPane>
  );
}

/** What the address says (`?view=…`), else what was looked at last. */
function useView(): [View, (view: View) => void] {
  const said = (useLocation().search as { view?: unknown }).view;
  const navigate = useNavigate();
  const [kept, keep] = useKept<View>(["feedback", "view"], "doubts");
  const asked = views.find((one) => one === said);
  return [
    asked ?? kept,
    (view) => {
      keep(view);
      if (said !== undefined) void navigate({ to: "/feedback", search: {}, replace: true });
    },
  ];
}
