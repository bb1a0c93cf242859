/** The controls and marks in their states. */
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../src/components/controls/Button";
import { ComboBox } from "../src/components/controls/ComboBox";
import { DateField } from "../src/components/controls/DateField";
import { Select } from "../src/components/controls/Select";
import { TextArea } from "../src/components/controls/TextArea";
import { TextField } from "../src/components/controls/TextField";
import { Checkbox, Radios, Switch } from "../src/components/controls/Toggles";
import { Card } from "../src/components/layout/Card";
import { SplitPane } from "../src/components/layout/SplitPane";
import { EmptyState, Notice, Progress } from "../src/components/layout/States";
import { Avatar } from "../src/components/marks/Avatar";
import { Badge, Chip } from "../src/components/marks/Chip";
import { Felt, type Feeling } from "../src/components/marks/Felt";

const channels = [{ id: "phone", label: "Phone" }, { id: "email", label: "E-mail", detail: "agreed" }, { id: "visit", label: "Visit" }];
const feelings: [Feeling, string][] = [[-2, "angry"], [-1, "let down"], [0, "neutral"], [1, "pleased"], [2, "delighted"]];

export function Parts() {
  const [on, setOn] = useState(true);
  const [channel, setChannel] = useState<string | null>("phone");
  const [felt, setFelt] = useState<string | null>("1");
  const [text, setText] = useState("");
  const [date, setDate] = useState<string | null>("2026-11-23");
  return (
    <SplitPane>
      <div style={{ display: "grid", gap: 16, gridTemplateColumns: "repeat(auto-fit, minmax(320px, 1fr))" }}>
        <Card>
          <div style={{ display: "flex", gap: 8, flexWrap: "wrap" }}>
            <Button kind="primary" icon={Plus}>Add a person</Button><Button keys="t">Log</Button><Button kind="quiet">Snooze</Button>
            <Button kind="danger" icon={Trash2}>Erase</Button><Button isDisabled>Not now</Button><Button size="s">Small</Button><Button icon={Plus} aria-label="Add" />
          </div>
        </Card>
        <Card>
          <div style={{ display: "flex", gap: 8, flexWrap: "wrap", alignItems: "center" }}>
            <Chip>plain</Chip><Chip tone="accent">accent</Chip><Chip tone="good">good</Chip><Chip tone="warn">warn</Chip><Chip tone="danger">danger</Chip>
            {([1, 2, 3, 4, 5, 6] as const).map((hue) => <Chip key={hue} hue={hue}>segment {hue}</Chip>)}
            <Chip onRemove={() => undefined} removeLabel="Remove">tag</Chip><Badge count={3} label="3 waiting" />
            {["Ana Bo", "山田太郎", "محمد الفاسي", "אורית כהן", "김현우", "Ørsted"].map((name) => <Avatar key={name} name={name} />)}<Avatar name="Café Trópico" square />
          </div>
        </Card>
        <Card>
          <div style={{ display: "flex", gap: 16, flexWrap: "wrap" }}>{feelings.map(([value, word]) => <Felt key={value} value={value} word={word} withWord />)}</div>
        </Card>
        <Card>
          <div style={{ display: "grid", gap: 14 }}>
            <TextField label="Name" defaultValue="Marisol Reyes Ibarra" hint="As they write it." />
            <TextField label="E-mail" defaultValue="marisol@" error="That is no address." />
            <TextArea label="Note" letter placeholder="What was said?" />
          </div>
        </Card>
        <Card>
          <div style={{ display: "grid", gap: 14 }}>
            <Select label="Channel" options={channels} value={channel} onChange={setChannel} />
            <ComboBox label="Organisation" options={channels.filter((one) => one.label.toLowerCase().includes(text.toLowerCase()))} value={null} onChange={() => undefined} text={text} onText={setText} empty="None of that name" />
            <DateField label="When" value={date} onChange={setDate} />
          </div>
        </Card>
        <Card>
          <div style={{ display: "grid", gap: 12 }}>
            <Switch isSelected={on} onChange={setOn} hint="For this computer">Unlock with this computer</Switch>
            <Checkbox isSelected={on} onChange={setOn}>They asked for it</Checkbox>
            <Checkbox isSelected={false} onChange={setOn} some>Some of them</Checkbox>
            <Radios label="How it felt" bar value={felt} onChange={setFelt} options={feelings.map(([value, word]) => ({ id: String(value), label: <Felt value={value} word={word} withWord />, name: word }))} />
            <Radios label="Where" value="a" onChange={() => undefined} options={[{ id: "a", label: "Here", hint: "On this computer" }, { id: "b", label: "There" }]} />
          </div>
        </Card>
        <Card>
          <div style={{ display: "grid", gap: 12 }}>
            <Notice>Nothing leaves this computer.</Notice><Notice tone="warn">Two computers have this open.</Notice><Notice tone="danger">The disk is full.</Notice><Notice tone="good">All 214 are in.</Notice>
            <Progress label="Reading contacts.vcf" done={1204} total={10000} text="1,204 of 10,000" onStop={() => undefined} stopLabel="Stop" />
          </div>
        </Card>
        <Card><EmptyState title="No drafts yet" text="Letters you are writing will stand here."><Button kind="primary">Write one</Button></EmptyState></Card>
      </div>
    </SplitPane>
  );
}
