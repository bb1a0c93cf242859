/** The picture of a person, made of the components. */
import { PenLine, Phone } from "lucide-react";
import { useState } from "react";
import { Button } from "../src/components/controls/Button";
import { Card } from "../src/components/layout/Card";
import { Facts } from "../src/components/layout/Facts";
import { PageHead, SectionHead } from "../src/components/layout/Heads";
import { SplitPane } from "../src/components/layout/SplitPane";
import { Tabs } from "../src/components/layout/Tabs";
import { Avatar } from "../src/components/marks/Avatar";
import { Chip } from "../src/components/marks/Chip";
import { FeltCurve } from "../src/components/marks/FeltCurve";
import type { Feeling } from "../src/components/marks/Felt";
import { StageTrack } from "../src/components/marks/StageTrack";

const day = 864e5;
const felt: Feeling[] = [1, 1, 2, 0, 1, 2, 1, 2, 1, -1, -1];
const points = felt.map((value, i) => ({ at: i * 27 * day, felt: value, label: `touchpoint ${i + 1}: ${value}` }));
const stages = ["Awareness", "Acquisition", "Onboarding", "Engagement", "Retention", "Advocacy"].map((label) => ({ id: label, label }));

export function Person() {
  const [tab, setTab] = useState<"timeline" | "promises">("timeline");
  return (
    <SplitPane sideLabel="Facts" side={<Side />}>
      <div style={{ display: "flex", flexDirection: "column", gap: 18 }}>
        <PageHead
          mark={<Avatar name="Marisol Ibarra" size={56} />}
          title="Marisol Reyes Ibarra"
          line="Owner · Café Trópico · customer since March 2019 · looked after by Ana"
          deeds={<><Button kind="primary" icon={PenLine}>Write</Button><Button icon={Phone}>Log</Button></>}
        />
        <StageTrack label="Stage" stages={stages} current="Retention" />
        <Card>
          <FeltCurve title="How it felt" points={points} until={(10 * 27 + 63) * day} range="Jan – Nov 2026 · 11 touchpoints" silence="9 weeks silent" summary="Eleven touchpoints, mostly good, the last two let down, then nine weeks of silence." empty="" />
        </Card>
        <Tabs
          label="About Marisol"
          value={tab}
          onChange={setTab}
          tabs={[{ id: "timeline", label: "Timeline", panel: "What was said" }, { id: "promises", label: "Promises", count: 1, panel: "One promise" }]}
          end={<Button kind="quiet">All channels</Button>}
        />
      </div>
    </SplitPane>
  );
}

function Side() {
  return (
    <>
      <SectionHead title="Reach" />
      <Facts facts={[
        { name: "Phone ★", value: <>+52 951 555 0144 <Chip tone="good">agreed</Chip></> },
        { name: "E-mail", value: <>marisol@cafetropico.example <Chip tone="good">agreed</Chip></> },
        { name: "Instagram", value: <>@cafetropico <Chip>not asked</Chip></> },
        { name: "Post", value: "Calle 5 de Mayo 12, Oaxaca" },
      ]} />
    </>
  );
}
