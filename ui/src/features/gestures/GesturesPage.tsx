/** Gestures: what is given beside what was paid for, and what may be given without asking. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { Gift, Printer } from "lucide-react";
import { Button } from "../../components/controls/Button";
import { PageHead } from "../../components/layout/Heads";
import { SplitPane } from "../../components/layout/SplitPane";
import { Tabs } from "../../components/layout/Tabs";
import { doAction } from "../../frame/actions";
import { keyedActions } from "../../frame/keys";
import { useKept } from "../../frame/kept";
import { DecideView } from "./DecideView";
import css from "./gestures.module.css";
import { LedgerView } from "./LedgerView";
import { LoyaltyView } from "./LoyaltyView";
import { PairsView } from "./PairsView";
import { PerksView } from "./PerksView";

const views = ["given", "perks", "loyalty", "pairs", "decide"] as const;
type View = (typeof views)[number];

export function GesturesPage() {
  const { t } = useLingui();
  const [view, show] = useView();
  return (
    <SplitPane>
      <PageHead
        title={t`Gestures`}
        line={t`What you give beside what was paid for, what it costs, and how it is taken.`}
        deeds={
          <>
            <Button icon={Printer} onPress={() => doAction("press.letter", { people: [] })}><Trans>On paper…</Trans></Button>
            <Button kind="primary" icon={Gift} keys={keyedActions["gestures.give"].keys} onPress={() => doAction("gestures.give")}><Trans>Note a gesture</Trans></Button>
          </>
        }
      />
      <div className={css.page}>
        <Tabs<View>
          label={t`Gestures`}
          value={view}
          onChange={show}
          tabs={[
            { id: "given", label: t`Given`, panel: <LedgerView /> },
            { id: "perks", label: t`Perks and offers`, panel: <PerksView /> },
            { id: "loyalty", label: t`Loyalty`, panel: <LoyaltyView /> },
            { id: "pairs", label: t`What goes together`, panel: <PairsView /> },
            { id: "decide", label: t`You may decide`, panel: <DecideView /> },
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
  const [kept, keep] = useKept<View>(["gestures", "view"], "given");
  const asked = views.find((one) => one === said);
  return [
    asked ?? kept,
    (view) => {
      keep(view);
      if (said !== undefined) void navigate({ to: "/gestures", search: {}, replace: true });
    },
  ];
}
