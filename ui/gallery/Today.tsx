/** The picture of Today, made of the components. */
import { Clock3, PenLine, Phone, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { Button } from "../src/components/controls/Button";
import { Card } from "../src/components/layout/Card";
import { PageHead, SectionHead } from "../src/components/layout/Heads";
import { ListRow } from "../src/components/layout/ListRow";
import { SplitPane } from "../src/components/layout/SplitPane";
import { Avatar } from "../src/components/marks/Avatar";
import { Chip } from "../src/components/marks/Chip";
import { Felt, type Feeling } from "../src/components/marks/Felt";
import { RhythmMark } from "../src/components/marks/RhythmMark";

const week = 7 * 864e5;
const touches = [0, 3, 6.2, 9, 11.8, 15].map((w) => w * week);
const gone: [string, string, string][] = [
  ["Marisol Reyes Ibarra", "Café Trópico", "Usually every 3 weeks · silent for 9 · last: renewal call, felt let down"],
  ["Trần Thị Ngọc", "Lotus Freight", "Usually every 5 weeks · silent for 8 · last: delivered on time"],
  ["Aurelio Bianchi", "Studio Bianchi", "Key account rule: every 60 days · day 64"],
];

export function Today() {
  const [at, setAt] = useState(0);
  return (
    <SplitPane side={<Side />} sideLabel="Marisol Reyes Ibarra">
      <PageHead title="Monday, 23 November" line="Seven people are waiting to hear from you. Two of them are about promises." />
      <section style={{ marginTop: 20 }}>
        <SectionHead title="Promised" count="2" />
        <Card rows>
          <ListRow onPress={() => setAt(9)} mark={<Avatar name="Ifeoma Okafor" />} title="Ifeoma Okafor" aside="Harbour Clinics" text="“We will send the revised rollout plan by Friday.” — said 16 Nov, by phone" end={<Chip tone="danger" icon={Clock3}>3 days late</Chip>} />
          <ListRow onPress={() => setAt(8)} mark={<Avatar name="Jónas Lárusson" />} title="Jónas Lárusson" aside="Norðurljós hf." text="“We will introduce you to our billing lead.” — in your draft of 18 Nov" end={<Chip tone="warn">today</Chip>} />
        </Card>
      </section>
      <section style={{ marginTop: 20 }}>
        <SectionHead title="Gone quiet" count="3" note="longest beyond their own rhythm first" />
        <Card rows>
          {gone.map(([name, org, text], i) => (
            <ListRow key={name} selected={at === i} onPress={() => setAt(i)} mark={<Avatar name={name} />} title={name} aside={org} text={text} end={<RhythmMark touches={touches} until={(24 - i * 2) * week} label={text} />} />
          ))}
        </Card>
      </section>
      <section style={{ marginTop: 20 }}>
        <SectionHead title="Dates" count="1" />
        <Card rows>
          <ListRow mark={<Avatar name="김현우" />} title="김현우" aside="Baram Studio" text="Five years as a customer on Thursday" end={<Chip>thank-you card</Chip>} />
          <ListRow mark={<Avatar name="محمد الفاسي" />} title="محمد الفاسي" aside="شركة النور" text="Birthday on Friday" end={<Chip tone="accent">ask if it worked</Chip>} />
        </Card>
      </section>
    </SplitPane>
  );
}

const last: [Feeling, string, string, string][] = [
  [-1, "let down", "21 Sep", "Call: renewal, invoices unclear"],
  [-2, "angry", "9 Sep", "E-mail: where is the guide?"],
  [1, "pleased", "30 Aug", "Visit: coffee tasting"],
  [2, "delighted", "12 Aug", "She referred Café Lirio"],
  [0, "neutral", "3 Aug", "Invoice sent"],
];

function Side() {
  return (
    <div style={{ display: "flex", flexDirection: "column", gap: 16 }}>
      <div style={{ display: "flex", gap: 12, alignItems: "center" }}>
        <Avatar name="Marisol Ibarra" size={44} />
        <div>
          <h2 style={{ font: "500 20px/1.25 var(--serif)" }}>Marisol Reyes Ibarra</h2>
          <div style={{ color: "var(--ink-2)" }}>Owner, Café Trópico · prefers phone</div>
        </div>
      </div>
      <div style={{ display: "flex", gap: 6, flexWrap: "wrap" }}>
        <Chip hue={1}>Neighbourhood cafés</Chip><Chip>Retention</Chip><Chip tone="good" icon={ShieldCheck}>phone, e-mail</Chip>
      </div>
      <div>
        <SectionHead title="Before you call" />
        <p style={{ font: "400 15px/1.5 var(--serif)" }}>She renewed in September, but said the new invoices confuse her bookkeeper. We promised a one-page guide and sent it late.</p>
      </div>
      <div>
        <SectionHead title="Last touchpoints" />
        {last.map(([felt, word, day, text]) => (
          <div key={day} style={{ display: "flex", gap: 10, minHeight: 27, alignItems: "center" }}>
            <span style={{ width: 18 }}><Felt value={felt} word={word} /></span>
            <span style={{ width: 48, color: "var(--ink-3)" }}>{day}</span>
            <span>{text}</span>
          </div>
        ))}
      </div>
      <div style={{ display: "flex", gap: 8, flexWrap: "wrap" }}>
        <Button kind="primary" icon={PenLine}>Draft a check-in</Button>
        <Button icon={Phone}>Log a call</Button>
        <Button kind="quiet">Snooze</Button>
      </div>
    </div>
  );
}
