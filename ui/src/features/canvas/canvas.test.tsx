/** The canvas: filling it by keyboard, moving, binding, putting away, answering, and what the book says beside it. */
import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { AddNote } from "../../bindings/AddNote";
import type { Canvas } from "../../bindings/Canvas";
import type { EditNote } from "../../bindings/EditNote";
import type { MoveNote } from "../../bindings/MoveNote";
import type { Note } from "../../bindings/Note";
import type { Segment } from "../../bindings/Segment";
import type { SheetHint } from "../../bindings/SheetHint";
import type { SnapshotComparison } from "../../bindings/SnapshotComparison";
import { ToastRegion } from "../../components/overlays/ToastRegion";
import { useAction } from "../../frame/actions";
import { aNote as note, blocks, noAnswers } from "../../test/canvas";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { unjudged } from "./actions";
import { CanvasPage } from "./CanvasPage";

const share = { channel: "phone" as const, touches: 62, of: 100, felt: 1.4, feltN: 12 };
const segment = { id: "s1", name: "Cafés", hue: 1 };

function aCanvas(): Canvas {
  return {
    id: "c1", title: "How we serve", kind: "businessModel", reviewOn: "", links: [], designedFor: "", designedBy: "",
    blocks: blocks.map((plan) => (plan.block === "segments" ? { ...plan, questions: ["forWhom", "betterGroups"] } : plan)),
    notes: [
      note("Cafés", "segments", { hue: 1, binding: { to: "segment", segment: "s1" }, figures: { of: "segment", segment, count: 214, people: 2418 } }),
      note("Small hotels", "segments"),
      note("Telephone", "channels", { binding: { to: "channel", channel: "phone" }, figures: { of: "channel", share } }),
    ],
    archived: [note("Old one", "value", { archivedAt: 1 })],
    answers: [{ question: "forWhom", text: "For cafés." }],
    facts: { people: 2418, uncovered: 18, withoutPhone: 44, withoutEmail: 12, segments: [{ segment, count: 214 }], channels: [share], relations: [{ relation: "personal", count: 3 }], longest: [], mostTouched: [] },
  };
}

/** The window of these tests is narrow: the questions are shown when they are asked for. */
const showQuestions = async (user: UserEvent) => user.click(await screen.findByRole("button", { name: "Questions" }));

/** A core that keeps what it is told, as far as these tests look. */
function page() {
  const canvas = aCanvas();
  const find = (id: string) => canvas.notes.findIndex((one) => one.id === id);
  const made = drawn(<><CanvasPage /><Asked /><ToastRegion label="Messages" closeLabel="Close" /></>, {
    answers: {
      "canvas.get": () => structuredClone(canvas),
      "canvas.answers": noAnswers,
      "canvas.list": [{ id: "c1", title: "How we serve", notes: 3, variantOf: null }],
      "canvas.snapshots": [],
      "canvas.lint": [],
      "segments.list": [{ ...segment, rule: null, sentence: "", names: {}, count: 214 }, { ...segment, id: "s2", name: "Clinics", rule: null, sentence: "", names: {}, count: 63 }] satisfies Segment[],
      "canvas.addNote": ({ id, block, text, after, hue, binding }: AddNote) => {
        const at = after ? find(after) : -1;
        if (after && at < 0) throw new Error(`nothing is called ${after}`);
        const added = note(id ?? "made", block, { text, hue: hue ?? 0, binding: binding ?? null });
        canvas.notes.splice(at < 0 ? canvas.notes.length : at + 1, 0, added);
        made.host.tell(["canvas"]);
        return added;
      },
      "canvas.editNote": ({ id, text }: EditNote) => { Object.assign(canvas.notes[find(id)]!, { text }); made.host.tell(["canvas"]); return canvas.notes[find(id)]; },
      "canvas.moveNote": ({ id, block }: MoveNote) => { Object.assign(canvas.notes[find(id)]!, { block }); return canvas.notes[find(id)]; },
      "canvas.archiveNote": ({ id }: { id: string }) => { const [gone] = canvas.notes.splice(find(id), 1); made.host.tell(["canvas"]); return gone; },
      "canvas.restoreNote": null,
      "canvas.bind": null,
      "canvas.answer": null,
    },
  });
  return { ...made, canvas };
}

let asked = 0;
function Asked() {
  useAction("segments.new", (said) => { asked += 1; said?.onMade?.({ ...segment, id: "s9", name: "New rule", rule: null, sentence: "", names: {}, count: 1 }); });
  return null;
}

const block = (name: string) => screen.getByRole("group", { name });
const texts = (name: string) => within(block(name)).queryAllByRole("listitem").map((item) => item.querySelector("bdi")?.textContent);

test("shows every block with its notes, the figures of the book, and the licence of the layout", async () => {
  const { user } = page();
  expect(await screen.findByRole("heading", { level: 1 })).toBeTruthy();
  expect(screen.getAllByRole("heading", { level: 2 }).length).toBeGreaterThanOrEqual(9);
  expect(within(block("Customer segments")).getByText("214 people")).toBeTruthy();
  expect(within(block("Customer segments")).getByText("no rule yet")).toBeTruthy();
  expect(within(block("Channels")).getByText("Phone · 62% of touchpoints · feels ▲ 1.4")).toBeTruthy();
  expect(screen.getByText("Layout adapted from the Business Model Canvas, Strategyzer.com, CC BY-SA 3.0")).toBeTruthy();
  await showQuestions(user);
  const side = screen.getByRole("region", { name: "Customer segments" });
  expect(within(side).getByText("One question is open")).toBeTruthy();
  expect(within(side).getByText("For cafés.")).toBeTruthy();
  expect(side.textContent).toContain("18 people are in no segment");
  await noFaults();
});

test("is filled by keyboard alone: one note after the other, faster than the core answers", async () => {
  const { user, host } = page();
  await waitFor(() => expect(document.activeElement).toBe(block("Customer segments")));
  await user.keyboard("{ArrowDown}n");
  await user.keyboard("First{Enter}Second{Enter}{Escape}");
  await waitFor(() => expect(texts("Customer segments")).toEqual(["Cafés", "First", "Second", "Small hotels"]));
  const [first, second] = host.asked.filter(({ verb }) => verb === "canvas.addNote").map(({ input }) => input as AddNote);
  expect(first?.after).toBe("Cafés");
  expect(second?.after).toBe(first?.id);
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Second"));
});

test("a note is moved while it is still being added: the move waits for its turn", async () => {
  const { user, host, canvas } = page();
  let answer: () => void = () => undefined;
  const gate = new Promise<void>((done) => (answer = done));
  const add = host.answers["canvas.addNote"] as (input: AddNote) => Note;
  host.answers["canvas.addNote"] = async (input: AddNote) => {
    await gate;
    return add(input);
  };
  await waitFor(() => expect(document.activeElement).toBe(block("Customer segments")));
  await user.keyboard("{End}nNew{Enter}{Escape}");
  await waitFor(() => expect(document.activeElement?.closest("[data-note]")?.textContent).toContain("New"));
  await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
  expect(texts("Customer segments")).toEqual(["Cafés", "New", "Small hotels"]);
  expect(host.lastInput("canvas.moveNote")).toBeUndefined();
  answer();
  await waitFor(() => expect(host.lastInput("canvas.moveNote")).toMatchObject({ before: "Small hotels" }));
  expect(canvas.notes.some((one) => one.text === "New")).toBe(true);
});

test("what was typed and not saved is there the next time", async () => {
  const { user } = page();
  await waitFor(() => expect(document.activeElement).toBe(block("Customer segments")));
  await user.keyboard("nHalf a thought{Escape}");
  expect(texts("Customer segments")).toEqual(["Cafés", "Small hotels"]);
  await user.keyboard("n");
  expect(screen.getByRole("textbox", { name: "A new note in Customer segments" })).toHaveProperty("value", "Half a thought");
});

test("a note is changed, reordered, moved by menu and put away, each said and each undoable", async () => {
  const { user, host } = page();
  await waitFor(() => expect(document.activeElement).toBe(block("Customer segments")));
  await user.keyboard("{ArrowDown}{Enter}");
  const field = screen.getByRole("textbox", { name: "Text of the note" });
  await user.clear(field);
  await user.type(field, "Corner cafés{Enter}");
  expect(host.lastInput("canvas.editNote")).toEqual({ id: "Cafés", text: "Corner cafés" });
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Corner cafés"));
  await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
  expect(texts("Customer segments")).toEqual(["Small hotels", "Corner cafés"]);
  expect(screen.getByText("Moved to Customer segments, 2 of 2")).toBeTruthy();
  await user.keyboard("m");
  await user.click(await screen.findByRole("menuitem", { name: "Value propositions" }));
  expect(host.lastInput("canvas.moveNote")).toEqual({ id: "Cafés", block: "value" });
  await waitFor(() => expect(block("Value propositions").contains(document.activeElement)).toBe(true));
  await user.keyboard("{Delete}");
  expect(await screen.findByText("Put away “Corner cafés”")).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(block("Value propositions")));
});

test("a note is bound to a segment, or to a rule made on the spot", async () => {
  const { user, host } = page();
  await waitFor(() => expect(document.activeElement).toBe(block("Customer segments")));
  await user.keyboard("{ArrowDown}{ArrowDown}b");
  const dialog = await screen.findByRole("dialog", { name: "Which people are these?" });
  await noFaults();
  await user.click(within(dialog).getByRole("radio", { name: /Clinics/ }));
  await user.click(within(dialog).getByRole("button", { name: "Bind" }));
  expect(host.lastInput("canvas.bind")).toEqual({ id: "Small hotels", binding: { to: "segment", segment: "s2" } });
  await waitFor(() => expect(document.activeElement?.getAttribute("data-spot")).toBe("Small hotels"));
  await user.keyboard("b");
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "A new rule…" }));
  expect(asked).toBe(1);
  expect(host.lastInput("canvas.bind")).toEqual({ id: "Small hotels", binding: { to: "segment", segment: "s9" } });
});

test("what the book has and the block does not show is one press away", async () => {
  const { user, host } = page();
  await showQuestions(user);
  await user.click(await screen.findByRole("button", { name: /^Clinics/ }));
  expect(host.lastInput("canvas.addNote")).toMatchObject({ canvas: "c1", block: "segments", text: "Clinics", hue: 1, binding: { to: "segment", segment: "s2" } });
  expect(screen.queryByRole("button", { name: /^Cafés 214/ })).toBeNull();
});

test("questions are answered where they stand, and notes put away come back", async () => {
  const { user, host } = page();
  await showQuestions(user);
  await user.click(await screen.findByRole("button", { name: /^Answer: Is there a better way.*Not answered yet/ }));
  await user.keyboard("By street.{Control>}{Enter}{/Control}");
  expect(host.lastInput("canvas.answer")).toEqual({ canvas: "c1", question: "betterGroups", text: "By street." });
  await user.click(screen.getByRole("button", { name: "What else?" }));
  await user.click(await screen.findByRole("menuitem", { name: "1 put away" }));
  await user.click(await screen.findByRole("button", { name: "Bring back “Old one”" }));
  expect(host.lastInput("canvas.restoreNote")).toEqual({ id: "Old one" });
});

test("the outline holds the same and is walked from top to bottom", async () => {
  const { user } = page();
  await user.click(await screen.findByRole("radio", { name: "As an outline" }));
  block("Channels").focus();
  await user.keyboard("{ArrowDown}{ArrowDown}");
  expect(document.activeElement).toBe(block("Customer segments"));
  await noFaults();
});

const version = { id: "v1", number: 1, label: "Autumn", reason: "Before the fair", at: Date.UTC(2026, 9, 12) };

test("a version is kept, compared with, marked on the sheet and listed; Esc goes back", async () => {
  const { user, host } = page();
  await user.click(await screen.findByRole("button", { name: "version 1 · today" }));
  await user.click(await screen.findByRole("menuitem", { name: "Keep this version…" }));
  const dialog = await screen.findByRole("dialog", { name: "Keep version 1" });
  await noFaults();
  host.answers["canvas.takeSnapshot"] = version;
  host.answers["canvas.snapshots"] = [version];
  host.answers["canvas.compareSnapshots"] = {
    from: version,
    to: null,
    notes: [
      { id: "Cafés", block: "segments", text: "Cafés", changes: [{ what: "reworded", before: "Coffee" }, { what: "numbers", before: { of: "segment", name: "Cafés", count: 200, total: 2400, felt: null, feltN: 0 }, after: { of: "segment", name: "Cafés", count: 214, total: 2418, felt: null, feltN: 0 } }] },
      { id: "gone", block: "costs", text: "Rent", changes: [{ what: "removed" }] },
    ],
  } satisfies SnapshotComparison;
  await user.type(within(dialog).getByRole("textbox", { name: "What is it called?" }), "Autumn");
  await user.click(within(dialog).getByRole("button", { name: "Keep it" }));
  await waitFor(() => expect(host.lastInput("canvas.takeSnapshot")).toEqual({ canvas: "c1", label: "Autumn", reason: "" }));
  host.tell(["canvas"]);
  await user.click(await screen.findByRole("button", { name: "Compare with v1" }));
  const side = await screen.findByRole("region", { name: "Since version 1" });
  expect(within(side).getByText("It said “Coffee”")).toBeTruthy();
  expect(within(side).getByText("200 people → 214 people")).toBeTruthy();
  expect(within(side).getByText("Rent").closest("s")).toBeTruthy();
  expect(within(block("Customer segments")).getByText("reworded")).toBeTruthy();
  await noFaults();
  await user.click(within(side).getByRole("button", { name: "Cafés" }));
  await waitFor(() => expect(document.activeElement?.getAttribute("data-spot")).toBe("Cafés"));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("region", { name: "Since version 1" })).toBeNull());
  expect(within(block("Customer segments")).queryByText("reworded")).toBeNull();
});

test("E says how sure one is; risks and weak spots are listed, and a hint is mended or left", async () => {
  const { user, host, canvas } = page();
  canvas.notes[0]!.judgement = { ...unjudged, evidence: "assumption", importance: 3, risk: 6 };
  const hint = { block: "segments" as const, day: null, last: null, words: null, lacks: [], from: null, to: null, twin: null, atRest: false };
  host.answers["canvas.judgeNote"] = null;
  host.answers["canvas.restHint"] = null;
  host.answers["canvas.lint"] = [{ ...hint, kind: "emptyBlock", block: "relationships", note: null, text: "" }, { ...hint, kind: "noRule", note: "Small hotels", text: "Small hotels" }] satisfies SheetHint[];
  host.tell(["canvas"]);
  await waitFor(() => expect(document.activeElement).toBe(block("Customer segments")));
  expect(await within(block("Customer segments")).findByText("assumption")).toBeTruthy();
  await user.keyboard("{ArrowDown}e");
  const part = await screen.findByRole("region", { name: "How sure are you?" });
  await waitFor(() => expect(part.contains(document.activeElement)).toBe(true));
  await user.click(within(part).getByRole("radio", { name: "some" }));
  expect(host.lastInput("canvas.judgeNote")).toEqual({ id: "Cafés", importance: 2 });
  expect(within(screen.getByRole("region", { name: "Riskiest assumptions" })).getByText("assumption · importance 3 of 3")).toBeTruthy();
  await noFaults();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement?.getAttribute("data-spot")).toBe("Cafés"));
  const look = screen.getByRole("region", { name: "Worth a look" });
  expect(within(look).getByText("Customer relationships is empty while other blocks are full.")).toBeTruthy();
  await user.click(within(look).getByRole("button", { name: "It may stay" }));
  await waitFor(() => expect(host.lastInput("canvas.restHint")).toEqual({ id: "Small hotels", kind: "noRule", rest: true }));
  await user.click(within(look).getByRole("button", { name: "Give it a rule" }));
  expect(await screen.findByRole("dialog", { name: "Which people are these?" })).toBeTruthy();
});

test("a variant is made and opened, and one goes back to the first canvas", async () => {
  const { user, host, canvas } = page();
  const first = { id: "c1", title: "How we serve", notes: 3, variantOf: null };
  const other = { id: "c2", title: "Only calls", notes: 3, variantOf: "c1" };
  host.answers["canvas.get"] = ({ id }: { id?: string }) => (id === "c2" ? { ...structuredClone(canvas), id: "c2", title: "Only calls" } : structuredClone(canvas));
  host.answers["canvas.makeVariant"] = () => { host.answers["canvas.list"] = [first, other]; host.tell(["canvas"]); return other; };
  await user.click(await screen.findByRole("button", { name: "version 1 · today" }));
  await user.click(await screen.findByRole("menuitem", { name: "Make a variant…" }));
  await user.type(within(await screen.findByRole("dialog")).getByRole("textbox", { name: "What is it called?" }), "Only calls{Enter}");
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("Only calls"));
  await user.click(screen.getByRole("button", { name: "version 1 · today" }));
  await user.click(await screen.findByRole("menuitem", { name: /Go to/ }));
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("How we serve"));
});
