/** The parts of a page: landmarks, headings, states. */
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { noFaults } from "../../test/noFaults";
import { Card } from "./Card";
import { Facts } from "./Facts";
import { PageHead, SectionHead } from "./Heads";
import { ListRow } from "./ListRow";
import { SplitPane } from "./SplitPane";
import { EmptyState, Notice, Progress } from "./States";
import { Tabs } from "./Tabs";

test("a page of all parts has landmarks, headings and no faults", async () => {
  const onPress = vi.fn();
  render(
    <SplitPane list={<p>list</p>} listLabel="Drafts" side={<Facts facts={[{ name: "Phone", value: "+52" }]} />} sideLabel="Facts">
      <PageHead title="Monday" line="Seven people" beside="v4" deeds={<button type="button">Go</button>} />
      <SectionHead title="Promised" count="2" note="latest first" />
      <Card rows label="Promised">
        <ListRow title="Ana" aside="Café" text="said" end="late" onPress={onPress} selected />
        <ListRow title="Bo" tight />
      </Card>
    </SplitPane>,
  );
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Monday");
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Promised");
  expect(screen.getByRole("complementary", { name: "Facts" })).toBeTruthy();
  expect(screen.getByRole("region", { name: "Drafts" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: /Ana/ }));
  expect(onPress).toHaveBeenCalledOnce();
  await noFaults();
});

test("progress tells how far in words, and can be stopped", async () => {
  const onStop = vi.fn();
  const { rerender } = render(<Progress label="Reading" done={5} total={20} text="5 of 20" onStop={onStop} stopLabel="Stop" />);
  const bar = screen.getByRole("progressbar", { name: "Reading" });
  expect(bar.getAttribute("aria-valuenow")).toBe("5");
  expect(bar.getAttribute("aria-valuetext")).toBe("5 of 20");
  await userEvent.click(screen.getByRole("button", { name: "Stop" }));
  expect(onStop).toHaveBeenCalledOnce();
  rerender(<Progress label="Reading" done={0} total={0} text="Counting" />);
  expect(bar.hasAttribute("aria-valuenow"), "unknown is not zero").toBe(false);
  await noFaults();
});

test("what went wrong is read out at once, what is merely so is not", () => {
  render(<><Notice tone="danger">full</Notice><Notice>local</Notice><EmptyState title="None" text="Will be here" /></>);
  expect(screen.getByRole("alert").textContent).toBe("full");
});

function SomeTabs() {
  const [tab, setTab] = useState<"a" | "b">("a");
  return <Tabs label="About" value={tab} onChange={setTab} tabs={[{ id: "a", label: "Timeline", panel: "said" }, { id: "b", label: "Promises", count: 1, panel: "promised" }]} />;
}

test("tabs turn by arrow keys", async () => {
  render(<SomeTabs />);
  await userEvent.tab();
  await userEvent.keyboard("{ArrowRight}");
  expect(screen.getByRole("tabpanel").textContent).toBe("promised");
  await noFaults();
});
