/** The parts of a segment's page, one at a time: its people, plan, personas, health and tracks. */
import { useLingui } from "@lingui/react/macro";
import type { Segment } from "../../bindings/Segment";
import { Tabs } from "../../components/layout/Tabs";
import { useKept } from "../../frame/kept";
import { HealthTab } from "./HealthTab";
import { MemberList } from "./MemberList";
import { PersonasTab } from "./PersonasTab";
import { PlanTab } from "./PlanTab";
import { TracksView } from "./TracksView";

type Part = "people" | "plan" | "personas" | "health" | "tracks";

export function SegmentTabs({ segment }: { segment: Segment }) {
  const { t } = useLingui();
  const [part, show] = useKept<Part>(["segments", "part"], "people");
  const { id, name } = segment;
  return (
    <Tabs
      label={t`Parts of the segment`}
      filled
      value={part}
      onChange={show}
      tabs={[
        { id: "people", label: t`People`, panel: <MemberList id={id} label={t`People in ${name}`} empty={t`Nobody fits this rule now. Whoever comes to fit it will stand here by themselves.`} /> },
        { id: "plan", label: t`Plan`, panel: <PlanTab id={id} /> },
        { id: "personas", label: t`Personas`, panel: <PersonasTab id={id} /> },
        { id: "health", label: t`Health`, panel: <HealthTab segment={segment} /> },
        { id: "tracks", label: t`Tracks`, panel: <TracksView segment={id} /> },
      ]}
    />
  );
}
