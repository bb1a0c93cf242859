/** The guided mode: filling the three blocks by keyboard, what is not known yet, going on where one was, and what comes out. */
import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { AddNote } from "../../../bindings/AddNote";
import type { AnswerInput } from "../../../bindings/AnswerInput";
import type { Canvas } from "../../../bindings/Canvas";
import type { Note } from "../../../bindings/Note";
import { ToastRegion } from "../../../components/overlays/ToastRegion";
import { doAction } from "../../../frame/actions";
import { aNote as note, blocks, noAnswers } from "../../../test/canvas";
import { drawn } from "../../../test/drawn";
import { noFaults } from "../../../test/noFaults";
import { refuse } from "../../../test/pretendHost";
import { unjudged } from "../actions";
import { CanvasPage } from "../CanvasPage";

const asked: Partial<Record<Note["block"], Canvas["blocks"][number]["questions"]>> = {
  relationships: ["sameForAll", "whichType"],
  channels: ["howToSpeak", "mostEfficient"],
  segments: ["forWhom", "traditional"],
};

/** A core that keeps notes and answers. */
function page(notes: Note[] = [], answers: Canvas["answers"] = []) {
  const canvas: Canvas = {
    id: "c1", title: "How we serve", kind: "businessModel", reviewOn: "", links: [], designedFor: "", designedBy: "",
    blocks: blocks.map((plan) => ({ ...plan, questions: asked[plan.block] ?? [] })),
    notes, archived: [], answers,
    facts: { people: 20, uncovered: 3, withoutPhone: 4, withoutEmail: 0, segments: [], channels: [], relations: [], longest: [], mostTouched: [] },
  };
  const told = <Value,>(value: Value): Value => {
    made.host.tell(["canvas"]);
    return value;
  };
  const made = drawn(<><CanvasPage /><ToastRegion label="Messages" closeLabel="Close" /></>, {
    answers: {
      "canvas.get": () => structuredClone(canvas),
      "canvas.answers": noAnswers,
      "canvas.list": [{ id: "c1", title: "How we serve", notes: 0, variantOf: null }],
      "canvas.snapshots": [],
      "canvas.lint": [],
      "segments.list": [],
      "canvas.addNote": ({ id, block, text, binding, evidence }: AddNote) => {
        canvas.notes.push(note(id ?? "made", block, { text, binding: binding ?? null, judgement: { ...unjudged, evidence: evidence ?? "unsaid", risk: evidence ? 2 : 0 } }));
        return told(null);
      },
      "canvas.archiveNote": ({ id }: { id: string }) => {
        canvas.notes = canvas.notes.filter((one) => one.id !== id);
        return told(null);
      },
      "canvas.answer": ({ question, text }: AnswerInput) => {
        canvas.answers = [...canvas.answers.filter((one) => one.question !== question), ...(text ? [{ question, text }] : [])];
        return told(null);
      },
    },
  });
  return { ...made, canvas };
}

const guide = async () => {
  await screen.findByRole("button", { name: "What else?" });
  act(() => void doAction("canvas.guide"));
};
const question = (text: string) => screen.findByRole("heading", { level: 1, name: text });
const field = () => screen.getByRole("textbox", { name: /^Answer:/ });

test("the three blocks are filled by keyboard alone, in the order of the seed, up to the sentence", async () => {
  const { user, canvas } = page();
  await guide();
  await question("For whom do we want to create value?");
  expect(document.activeElement).toBe(field());
  await noFaults();
  await user.keyboard("For cafés.{Tab}{Tab}");
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "A new note in Customer segments" }));
  await user.keyboard("Cafés{Enter}Small clinics.{Enter}");
  expect(screen.getByText(/Added “.*Small clinics.*” to Customer segments, 2 notes/)).toBeTruthy();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await question("Who are the traditional ones?");
  await user.keyboard("The oldest{PageDown}");
  await question("How will we communicate with the customer?");
  await user.keyboard("{Tab}{Tab}Phone{Enter}{PageDown}{PageDown}");
  await question("Do we have the same relationship with all segments?");
  await user.keyboard("{PageUp}");
  await question("Which is the most efficient for each segment?");
  await user.keyboard("{PageDown}{PageDown}{Tab}{Tab}One person each{Enter}{PageDown}");
  await question("How you serve your customers");
  expect(screen.getByText(/^We serve/).textContent?.replace(/[\u2066-\u2069]/g, "")).toBe("We serve Cafés and Small clinics through Phone with One person each.");
  await waitFor(() => expect(canvas.answers).toEqual([{ question: "forWhom", text: "For cafés." }, { question: "traditional", text: "The oldest" }]));
  expect(canvas.notes.map(({ block, text }) => `${block}: ${text}`)).toEqual(["segments: Cafés", "segments: Small clinics.", "channels: Phone", "relationships: One person each"]);
  const open = screen.getByRole("region", { name: "Still open" });
  expect(within(open).getAllByRole("button").map((one) => one.textContent)).toEqual(["Which is the most efficient for each segment?Channels · open", "Do we have the same relationship with all segments?Customer relationships · open"]);
  await noFaults();
  await user.click(screen.getByRole("button", { name: "Answer what is open" }));
  await question("Which is the most efficient for each segment?");
});

test("what is not known yet stands on the sheet as an assumption, and goes when it is answered", async () => {
  const { user, canvas } = page();
  await guide();
  await question("For whom do we want to create value?");
  await user.keyboard("{PageDown}");
  await question("Who are the traditional ones?");
  await user.click(screen.getByRole("button", { name: "Don’t know yet" }));
  await question("How will we communicate with the customer?");
  await waitFor(() => expect(canvas.notes).toMatchObject([{ block: "segments", text: "Not known yet: Who are the traditional ones?", judgement: { evidence: "assumption" } }]));
  expect(screen.getByRole("progressbar", { name: "Questions answered" }).getAttribute("aria-valuetext")).toBe("Question 3 of 6, 5 left, 1 not known yet");
  await user.keyboard("{PageUp}");
  await question("Who are the traditional ones?");
  expect(screen.queryByRole("button", { name: "Don’t know yet" })).toBeNull();
  expect(screen.queryByText("no rule yet")).toBeNull();
  await noFaults();
  // It names nobody.
  await user.keyboard("{PageUp}");
  await question("For whom do we want to create value?");
  expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("1");
  await user.keyboard("{PageDown}");
  await question("Who are the traditional ones?");
  await user.keyboard("Old firms{PageDown}");
  await waitFor(() => expect(canvas.notes).toEqual([]));
  expect(canvas.answers).toEqual([{ question: "traditional", text: "Old firms" }]);
  expect(await screen.findByText(/^Put away “.*Not known yet/)).toBeTruthy();
});

test("Esc leaves, nothing typed is lost, and one goes on where one was", async () => {
  const { user, canvas } = page();
  await guide();
  await question("For whom do we want to create value?");
  await user.keyboard("{PageDown}");
  await question("Who are the traditional ones?");
  await user.keyboard("Those of{Tab}{Tab}Half a no{Escape}");
  await screen.findByRole("group", { name: "The sheet" });
  await waitFor(() => expect(canvas.answers).toEqual([{ question: "traditional", text: "Those of" }]));
  expect(canvas.notes).toEqual([]);
  await guide();
  await question("Who are the traditional ones?");
  expect(field()).toHaveProperty("value", "Those of");
  expect(screen.getByRole("textbox", { name: "A new note in Customer segments" })).toHaveProperty("value", "Half a no");
});

test("an answer that is refused is typed still", async () => {
  const { user, host } = page();
  host.answers["canvas.answer"] = () => { throw refuse("tooLarge", { limit: 5 }); };
  await guide();
  await question("For whom do we want to create value?");
  await user.keyboard("Too much{PageDown}");
  await question("Who are the traditional ones?");
  expect(await screen.findByText(/larger than/)).toBeTruthy();
  await user.keyboard("{PageUp}");
  await question("For whom do we want to create value?");
  await waitFor(() => expect(field()).toHaveProperty("value", "Too much"));
});

test("examples wait behind one press and say that they are made up; the book speaks beside, or says that it cannot", async () => {
  const { user, host } = page([note("Cafés", "segments"), note("Phone", "channels", { binding: { to: "channel", channel: "phone" } })]);
  await guide();
  await question("Who are the traditional ones?");
  expect(screen.getByText(/Made up/).closest("[hidden]")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Example answers" }));
  expect(screen.getByText("Made up, from firms that do not exist. Yours will be different.").closest("[hidden]")).toBeNull();
  expect(within(screen.getByRole("region", { name: "Your book" })).getByText(/It says nothing about this yet/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Question 2 of 6" }));
  await user.click(await screen.findByRole("menuitem", { name: "How will we communicate with the customer? (answered by notes)" }));
  await question("How will we communicate with the customer?");
  const book = screen.getByRole("region", { name: "Your book" });
  expect(within(book).getByRole("link", { name: "4 people without a phone number" })).toBeTruthy();
  await user.click(within(book).getByRole("button", { name: /^E-mail/ }));
  expect(host.lastInput("canvas.addNote")).toMatchObject({ block: "channels", text: "E-mail", binding: { to: "channel", channel: "email" } });
  expect(screen.queryByRole("button", { name: "Bind “Phone” to the book" })).toBeNull();
  await noFaults();
});

test("when nothing is open the next step is to keep this version", async () => {
  const { user } = page([], Object.values(asked).flat().map((one) => ({ question: one, text: "Said." })));
  await guide();
  await user.click(await screen.findByRole("button", { name: "Question 1 of 6" }));
  await user.click(await screen.findByRole("menuitem", { name: "What came out" }));
  await question("How you serve your customers");
  expect(screen.getByText(/^We serve/).textContent).toBe("We serve nobody named yet through no channel yet with no kind of relationship yet.");
  expect(screen.getByText(/Every question is answered/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Print…" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Keep this version…" }));
  expect(await screen.findByRole("dialog", { name: "Keep version 1" })).toBeTruthy();
});
