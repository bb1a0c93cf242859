/** Plans: relationships built on purpose. Six views of one room. */
import { useLingui } from "@lingui/react/macro";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { PageHead } from "../../components/layout/Heads";
import { SplitPane } from "../../components/layout/SplitPane";
import { Tabs } from "../../components/layout/Tabs";
import { useKept } from "../../frame/kept";
import { ChooserView } from "./ChooserView";
import { JournalView } from "./JournalView";
import { LoopView } from "./LoopView";
import css from "./plans.module.css";
import { SheetView } from "./SheetView";
import { StackView } from "./StackView";
import { StepsView } from "./StepsView";

const views = ["strategy", "journal", "loop", "stack", "steps", "choose"] as const;
type View = (typeof views)[number];

export function PlansPage() {
  const { t } = useLingui();
  const [view, show] = useView();
  const tabs = [
    { id: "strategy", label: t`Strategy`, panel: <SheetView onView={show} /> },
    { id: "journal", label: t`Journal`, panel: <JournalView /> },
    { id: "loop", label: t`Loyalty loop`, panel: <LoopView /> },
    { id: "stack", label: t`Relationship stack`, panel: <StackView /> },
    { id: "steps", label: t`Four steps`, panel: <StepsView onView={show} /> },
    { id: "choose", label: t`Which fits us?`, panel: <ChooserView onView={show} /> },
  ] as const;
  return (
    <SplitPane>
      <PageHead title={t`Plans`} line={t`How you mean to win people, keep them and grow with them, and whether it works.`} />
      <div className={css.page}>
        <Tabs<View> label={t`Plans`} value={view} onChange={show} tabs={tabs} />
      </div>
    </SplitPane>
  );
}

export type OnView = (view: View) => void;

/** What the address says (`?view=…`), else what was looked at last. */
function useView(): [View, OnView] {
  const said = (useLocation().search as { view?: unknown }).view;
  const navigate = useNavigate();
  const [kept, keep] = useKept<View>(["plans", "view"], "strategy");
  const asked = views.find((one) => one === said);
  return [
    asked ?? kept,
    (view) => {
      keep(view);
      if (said !== undefined) void navigate({ to: "/plans", search: {}, replace: true });
    },
  ];
}
