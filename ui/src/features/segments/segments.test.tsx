/** Segments: building a rule by keyboard and by mouse, the live count, saving, the people, removing with the way back. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Segment } from "../../bindings/Segment";
import type { SegmentRule } from "../../bindings/SegmentRule";
import { ToastRegion } from "../../components/overlays/ToastRegion";
import { useAction } from "../../frame/actions";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { aRow } from "../../test/people";
import { refuse } from "../../test/pretendHost";
import { NewSegment } from "./NewSegment";
import { SegmentsPage } from "./SegmentsPage";

const tags = [{ id: "t1", name: "cafés", hue: 0, people: 214 }, { id: "t2", name: "clinics", hue: 0, people: 63 }];
const cafes: Segment = {
  id: "s1", name: "Neighbourhood cafés", hue: 1, rule: { match: "one", of: { on: "tag", tag: "t1" } }, sentence: "", names: { t1: "cafés" }, count: 214,
};
const quiet: Segment = { ...cafes, id: "s2", name: "Gone quiet", hue: 0, rule: { match: "not", of: { match: "one", of: { on: "lastTouch", side: "after", days: 60 } } }, names: {}, count: 18 };

/** Counts by what is asked, so that an answer tells which rule it belongs to. */
const preview = ({ rule }: { rule: SegmentRule }) => ({
  count: JSON.stringify(rule).length, total: 2418, first: [{ id: "p1", name: "Marisol Reyes Ibarra" }, { id: "p2", name: "يوسف" }], sentence: "", names: { t1: "cafés", t2: "clinics" },
});

function Undo({ onUndo }: { onUndo: () => void }) {
  useAction("steps.undo", onUndo);
  return null;
}

function page(segments: Segment[] = [cafes, quiet], more: Record<string, unknown> = {}) {
  const undo = vi.fn();
  const made = drawn(<><SegmentsPage /><NewSegment /><Undo onUndo={undo} /><ToastRegion label="Messages" closeLabel="Close" /></>, {
    answers: {
      "segments.list": segments,
      "segments.uncovered": 9,
      "segments.choices": { tags, organisations: [{ id: "o1", name: "Café Trópico", people: 3 }], languages: ["de", "en"], sources: ["trade fair"] },
      "segments.preview": preview,
      "segments.members": { items: [aRow(), aRow({ id: "p2", name: "Bo", lastAt: null, lastFelt: null })], total: 2 },
      "segments.save": (input: Partial<Segment>) => ({ ...cafes, ...input, id: input.id ?? "s3" }),
      "segments.remove": null,
      ...more,
    },
  });
  return { ...made, undo };
}

test("shows each segment with its count, the rule in words, and its people", async () => {
  const { user, host, where } = page();
  expect(await screen.findByRole("heading", { level: 1, name: "Neighbourhood cafés" })).toBeTruthy();
  expect(screen.getByText("Everyone who has the tag “cafés”.")).toBeTruthy();
  const list = screen.getByRole("listbox", { name: "Segments" });
  expect(within(list).getAllByRole("option").map((row) => row.textContent)).toEqual(["Neighbourhood cafés214", "Gone quiet18", "In no segment9"]);
  const people = await screen.findByRole("listbox", { name: "People in Neighbourhood cafés" });
  expect(await within(people).findByText("Bo")).toBeTruthy();
  await noFaults();
  list.focus();
  await user.keyboard("{ArrowDown}");
  expect(await screen.findByText("Everyone who was not spoken with in the last 60 days.")).toBeTruthy();
  await user.keyboard("{ArrowDown}");
  expect(await screen.findByRole("heading", { level: 1, name: "In no segment" })).toBeTruthy();
  await waitFor(() => expect(host.lastInput("segments.members")).toEqual({ uncovered: true, offset: 0, limit: 50 }));
  (await screen.findByRole("listbox", { name: "People in no segment" })).focus();
  await user.keyboard("{Enter}");
  expect(where()).toBe("/people/p1");
});

test("an empty room teaches, and its button begins the first segment", async () => {
  const { user } = page([]);
  expect(await screen.findByText(/A segment is a rule, not a list/)).toBeTruthy();
  await noFaults();
  await user.click(screen.getByRole("button", { name: "Make the first segment" }));
  expect(await screen.findByRole("dialog", { name: "A new segment" })).toBeTruthy();
});

test("a rule is built by keyboard alone, counted as it changes, and saved", async () => {
  const { user, host } = page([cafes]);
  await user.click(await screen.findByRole("button", { name: "New segment" }));
  const dialog = await screen.findByRole("dialog");
  expect(document.activeElement).toBe(within(dialog).getByRole("textbox", { name: "Name" }));
  await user.keyboard("Lively cafés");
  within(dialog).getByRole("button", { name: /choose a tag/ }).focus();
  await user.keyboard("{Enter}");
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(host.lastInput("segments.preview")).toEqual({ rule: { match: "all", of: [{ match: "one", of: { on: "tag", tag: "t2" } }] } }));
  const add = within(dialog).getByRole("button", { name: "Condition" });
  add.focus();
  await user.keyboard("{Enter}");
  const row = await within(dialog).findByRole("group", { name: "is at the stage Engagement" });
  await waitFor(() => expect(row.contains(document.activeElement), "the new condition has the focus").toBe(true));
  within(row).getByRole("button", { name: "not" }).focus();
  await user.keyboard(" ");
  const rule = { match: "all", of: [{ match: "one", of: { on: "tag", tag: "t2" } }, { match: "not", of: { match: "one", of: { on: "stage", stage: "engagement" } } }] };
  await waitFor(() => expect(host.lastInput("segments.preview")).toEqual({ rule }));
  const count = JSON.stringify(rule).length;
  await waitFor(() => expect(within(dialog).getByRole("status").textContent).toBe(`${count} of 2,418 people`));
  expect(within(dialog).getByText("Everyone who has the tag “clinics” and is not at the stage Engagement.")).toBeTruthy();
  await noFaults(dialog);
  await user.click(within(dialog).getByRole("button", { name: "Make the segment" }));
  await waitFor(() => expect(host.lastInput("segments.save")).toEqual({ name: "Lively cafés", hue: 0, rule }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await screen.findByText("Made the segment Lively cafés")).toBeTruthy();
});

test("what is missing is said, and nothing is sent", async () => {
  const { user, host } = page([cafes]);
  await user.click(await screen.findByRole("button", { name: "New segment" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Make the segment" }));
  expect(await within(dialog).findByText("Give it a name.")).toBeTruthy();
  await user.type(within(dialog).getByRole("textbox", { name: "Name" }), "x");
  await user.click(within(dialog).getByRole("button", { name: "Make the segment" }));
  expect(await within(dialog).findByText(/A condition lacks its value/)).toBeTruthy();
  expect(host.lastInput("segments.save")).toBeUndefined();
});

test("a segment is changed, groups and all; Esc goes back and keeps what was typed", async () => {
  const { user, host } = page([cafes]);
  await user.click(await screen.findByRole("button", { name: "Change" }));
  await screen.findByRole("heading", { level: 1, name: "Change the segment" });
  await user.click(screen.getByRole("button", { name: "Group" }));
  expect(await screen.findByRole("group", { name: "One of these holds" })).toBeTruthy();
  await waitFor(() => expect(JSON.stringify(host.lastInput("segments.preview"))).toContain('"any"'));
  await noFaults();
  await user.keyboard("{Escape}");
  await user.click(await screen.findByRole("button", { name: "Change" }));
  expect(await screen.findByRole("group", { name: "One of these holds" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Remove the group" }));
  await waitFor(() => expect(screen.queryByRole("group", { name: "One of these holds" })).toBeNull());
  expect(document.activeElement?.closest("[data-part]"), "the focus goes to what stands beside it").not.toBeNull();
  await user.click(screen.getByRole("radio", { name: "Violet" }));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(host.lastInput("segments.save")).toEqual({
    id: "s1", name: "Neighbourhood cafés", hue: 2, rule: { match: "all", of: [{ match: "one", of: { on: "tag", tag: "t1" } }] },
  }));
  expect(await screen.findByText("Saved Neighbourhood cafés")).toBeTruthy();
});

test("a refusal is shown where it happened, and what was typed stays", async () => {
  const { user } = page([cafes], { "segments.save": () => { throw refuse("diskFull"); } });
  await user.click(await screen.findByRole("button", { name: "Change" }));
  await user.click(await screen.findByRole("button", { name: "Save" }));
  expect((await screen.findByRole("alert")).textContent).toContain("The disk is full");
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveProperty("value", "Neighbourhood cafés");
});

test("removing asks nothing and offers the way back", async () => {
  const { user, host, undo } = page();
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("menuitem", { name: "Remove the segment" }));
  await waitFor(() => expect(host.lastInput("segments.remove")).toEqual({ id: "s1" }));
  expect(await screen.findByText("Removed the segment Neighbourhood cafés. The people stay.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(undo).toHaveBeenCalledOnce();
});

test("a rule of a newer Rapport is shown as such", async () => {
  page([{ ...cafes, rule: null, count: null }]);
  expect(await screen.findByText(/A newer Rapport wrote this rule/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Change" })).toHaveProperty("disabled", true);
});
