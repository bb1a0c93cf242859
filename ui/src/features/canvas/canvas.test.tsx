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
import { ToastRegion } from "../../components/overlays/ToastRegion";
import { useAction } from "../../frame/actions";
import { blocks } from "../../test/canvas";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { unjudged } from "./actions";
import { CanvasPage } from "./CanvasPage";

const note = (id: string, block: Note["block"], more: Partial<Note> = {}): Note => ({ id, block, text: id, detail: "", hue: 0, binding: null, judgement: unjudged, figures: null, archivedAt: null, ...more });
const share = { channel: "phone" as const, touches: 62, of: 100, felt: 1.4, feltN: 12 };
const segment = { id: "s1", name: "Cafés", hue: 1 };

function aCanvas(): Canvas {
  return {
    id: "c1", title: "How we serve", designedFor: "", designedBy: "",
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
      "canvas.compare": [],
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
  await user.click(screen.getByRole("button", { name: "1 put away" }));
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
