/** Letters: begun from the address, kept while typing, read by the coach, handed over, and said to have gone. */
import { EditorView } from "@codemirror/view";
import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useKeyboard } from "../../app/keyboard";
import type { CoachFinding } from "../../bindings/CoachFinding";
import type { Draft } from "../../bindings/Draft";
import type { DraftRow } from "../../bindings/DraftRow";
import { ToastRegion } from "../../components/overlays/ToastRegion";
import { shell } from "../../host/shell";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { aRow, aTouch, NOW } from "../../test/people";
import { refuse } from "../../test/pretendHost";
import { DraftsRoom, type DraftsRoomProps } from "./DraftsRoom";
import { NewLetter } from "./NewLetter";
import { fileNameOf } from "./offerFile";

const aDraftRow = (part: Partial<DraftRow> = {}): DraftRow => ({
  id: "d1", person: { id: "p1", name: "Marisol Reyes Ibarra" }, kind: "checkIn", channel: "email", subject: "How are you?", status: "writing", changedAt: NOW, answerBy: null, answeredAt: null, ...part,
});
const aDraft = (part: Partial<Draft> = {}): Draft => ({
  row: aDraftRow(), text: "Dear Marisol,\n\nHow are you?", language: "en", to: "marisol@cafetropico.example", last: aTouch(), remember: "Closed on Tuesdays", ignored: [], fallbacks: [], overrideReason: "", batch: null, made: null, limit: null, attachments: [], follows: null, ...part,
});
const finding = (part: Partial<CoachFinding> = {}): CoachFinding => ({
  id: "MC04", variant: "letters", level: "stop", from: 5, to: 12, args: { written: "Marysol", name: "Marisol" }, source: "",
  fixes: [{ label: "replaceName", from: 5, to: 12, text: "Marisol" }], ...part,
});

function Window(props: Partial<DraftsRoomProps>) {
  useKeyboard();
  return <><NewLetter /><DraftsRoom onOpen={() => undefined} {...props} /><ToastRegion label="Messages" closeLabel="Close" /></>;
}

/** A vault with one letter that remembers what was kept, and a coach that knows how Marisol is spelt. */
function letters(props: Partial<DraftsRoomProps> = {}, more: Record<string, unknown> = {}, first = aDraft()) {
  let kept = first;
  const made = drawn(<Window {...props} />, {
    answers: {
      "drafts.list": () => [kept.row, aDraftRow({ id: "d2", person: { id: "p2", name: "Hyun-woo Kim" }, status: "sent" })],
      "drafts.get": ({ id }: { id: string }) => ({ ...kept, row: { ...kept.row, id } }),
      "drafts.save": ({ text, subject, ignored }: { text?: string; subject?: string; ignored?: string[] }) =>
        (kept = { ...kept, text: text ?? kept.text, ignored: ignored ?? kept.ignored, row: { ...kept.row, subject: subject ?? kept.row.subject } }),
      "drafts.coach": ({ text }: { text: string }) => ({
        findings: [
          ...(text.includes("Marysol") ? [finding()] : []),
          ...(kept.ignored.includes("MC13") ? [] : [finding({ id: "MC13", variant: "none", level: "warn", args: {}, fixes: [] })]),
        ],
        passed: [{ id: "MC01", args: {} }, { id: "MC24", args: { channel: "email" } }],
        notChecked: ["MC06"],
      }),
      "drafts.handOver": () => ({ draft: (kept = { ...kept, row: { ...kept.row, status: "handedOver" } }), mailto: "mailto:marisol@cafetropico.example?subject=How", eml: null, text: kept.text }),
      "drafts.went": () => ((kept = { ...kept, row: { ...kept.row, status: "sent" } }), aTouch()),
      "drafts.templates": [],
      "people.list": { items: [aRow()], total: 1 },
      ...more,
    },
  });
  return made;
}

const sheet = () => screen.findByRole("textbox", { name: "Letter" });
async function type(from: number, to: number, insert: string) {
  const view = EditorView.findFromDOM(await sheet());
  act(() => view?.dispatch({ changes: { from, to, insert }, userEvent: "input.type" }));
}
const written = async () => EditorView.findFromDOM(await sheet())?.state.doc.toString();

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  vi.spyOn(navigator, "languages", "get").mockReturnValue(["en-GB"]);
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("an address with a person begins the letter once and goes to it", async () => {
  const onOpen = vi.fn();
  const { host } = letters({ beginning: { person: "p9", kind: "thank-you" }, onOpen }, { "drafts.start": aDraft({ row: aDraftRow({ id: "d9" }) }) });
  await waitFor(() => expect(onOpen).toHaveBeenCalledWith("d9"));
  expect(host.asked.filter(({ verb }) => verb === "drafts.start").map(({ input }) => input)).toEqual([{ person: "p9", kind: "thankYou" }]);
});

test("without a person it asks who and what for", async () => {
  const { host, user, where } = letters({ beginning: { person: null, kind: "thankYou" } }, { "drafts.start": aDraft() });
  const box = within(await screen.findByRole("dialog", { name: "Start a letter" }));
  await user.click(box.getByRole("button", { name: "Start writing" }));
  expect(await box.findByText("Say who it goes to.")).toBeTruthy();
  await user.type(box.getByRole("combobox", { name: "To" }), "Mari");
  await user.click(await screen.findByRole("option", { name: /Marisol/ }));
  await user.click(box.getByRole("button", { name: "Start writing" }));
  await waitFor(() => expect(host.lastInput("drafts.start")).toEqual({ person: "p1", kind: "thankYou" }));
  await waitFor(() => expect(where()).toBe("/drafts/d1"));
});

test("the letter, the coach in words, and what one knows", async () => {
  const { container } = letters();
  expect(await screen.findByText("One thing to look at, two that are right")).toBeTruthy();
  expect(screen.getByText("It leads nowhere yet")).toBeTruthy();
  expect(screen.getByText("They may be written to this way")).toBeTruthy();
  expect(screen.getByText("Not checked in this language: “we”.")).toBeTruthy();
  expect(screen.getByText("Closed on Tuesdays")).toBeTruthy();
  expect(screen.getByText("5 words")).toBeTruthy();
  expect((await sheet()).getAttribute("lang")).toBe("en");
  await noFaults(container);
});

test("typing is read by the coach and kept; a click puts it right", async () => {
  const { host, user } = letters();
  await screen.findByText("It leads nowhere yet");
  await type(5, 12, "Marysol");
  expect(await screen.findByText("The name is spelt wrong")).toBeTruthy();
  expect(host.lastInput("drafts.coach")).toEqual({ id: "d1", subject: "How are you?", text: "Dear Marysol,\n\nHow are you?" });
  await waitFor(() => expect(document.querySelector(".cm-stop")?.textContent).toBe("Marysol"));
  await user.click(screen.getByRole("button", { name: "Write Marisol" }));
  expect(await written()).toBe("Dear Marisol,\n\nHow are you?");
  await waitFor(() => expect(screen.queryByText("The name is spelt wrong")).toBeNull());
  await user.type(screen.getByRole("textbox", { name: "Subject" }), " Well?");
  await waitFor(() => expect(host.lastInput("drafts.save")).toEqual({ id: "d1", subject: "How are you? Well?", text: "Dear Marisol,\n\nHow are you?" }));
});

test("what was typed is kept when one leaves, and stays when it cannot be", async () => {
  const { host, rerender } = letters();
  await screen.findByText("It leads nowhere yet");
  host.answers["drafts.save"] = () => { throw refuse("diskFull"); };
  await type(0, 4, "Querida");
  rerender(<p>Elsewhere</p>);
  await waitFor(() => expect(host.lastInput("drafts.save")).toMatchObject({ text: "Querida Marisol,\n\nHow are you?" }));
  rerender(<Window />);
  expect(await written()).toBe("Querida Marisol,\n\nHow are you?");
});

test("a warning can be ignored here, and looked at again", async () => {
  const { host, user } = letters();
  await user.click(await screen.findByRole("button", { name: "Ignore" }));
  await user.click(await screen.findByRole("menuitem", { name: "In this letter" }));
  await waitFor(() => expect(host.lastInput("drafts.save")).toEqual({ id: "d1", ignored: ["MC13"] }));
  host.tell(["drafts"]);
  await waitFor(() => expect(screen.queryByText("It leads nowhere yet")).toBeNull());
  await user.click(await screen.findByRole("button", { name: "Look again" }));
  await waitFor(() => expect(host.lastInput("drafts.save")).toEqual({ id: "d1", ignored: [] }));
});

test("Ctrl-. puts right what the coach found where one writes; hints wait behind a button", async () => {
  const { user } = letters({}, {
    "drafts.coach": ({ text }: { text: string }) => ({
      findings: [...(text.includes("Marysol") ? [finding()] : []), ...[1, 2, 3].map((n) => finding({ id: "MC41", variant: "empty", level: "hint", from: 0, to: 0, args: { written: `phrase ${n}` }, fixes: [] }))],
      passed: [{ id: "MC04", args: {} }, { id: "MC40", args: {} }],
      notChecked: [],
    }),
  });
  expect(await screen.findByText("The name is spelt right")).toBeTruthy();
  expect(screen.queryByText("Claims nothing without proof")).toBeNull();
  await user.click(screen.getByRole("button", { name: "One more is right" }));
  expect(screen.getByText("Claims nothing without proof")).toBeTruthy();
  expect(screen.queryByText("“phrase 1” says nothing")).toBeNull();
  await user.click(screen.getByRole("button", { name: "3 things could be better" }));
  expect(screen.getByText("“phrase 1” says nothing")).toBeTruthy();
  await type(5, 12, "Marysol");
  await screen.findByText("The name is spelt wrong");
  await user.keyboard("{Control>}.{/Control}");
  await user.keyboard("{Control>}.{/Control}");
  expect(await written()).toBe("Dear Marisol,\n\nHow are you?");
});

test("Ctrl-Enter opens it in mail; then it went, and is logged", async () => {
  const open = vi.spyOn(shell, "openMailto").mockResolvedValue();
  const { host, user } = letters();
  await screen.findByText("It leads nowhere yet");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(open).toHaveBeenCalledWith("mailto:marisol@cafetropico.example?subject=How"));
  host.tell(["drafts"]);
  await user.click(await screen.findByRole("button", { name: "It went" }));
  await waitFor(() => expect(host.lastInput("drafts.went")).toEqual({ id: "d1" }));
  expect(await screen.findByText("It went. Logged with Marisol Reyes Ibarra")).toBeTruthy();
  host.tell(["drafts"]);
  expect(await screen.findByText(/It went on 23 Nov/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Open in mail" })).toBeNull();
});

test("when the coach says stop it says what, and goes on only with a reason", async () => {
  const open = vi.spyOn(shell, "openMailto").mockResolvedValue();
  const handed = { draft: aDraft(), mailto: "mailto:x@y.example", eml: null, text: "" };
  const { host, user, container } = letters({}, {
    "drafts.handOver": ({ reason }: { reason?: string }) => {
      if (!reason) throw refuse("invalid", { field: "letter", checks: ["MC04"] });
      return handed;
    },
  }, aDraft({ text: "Dear Marysol,\n\nHow are you?" }));
  await screen.findByText("The name is spelt wrong");
  await user.click(screen.getByRole("button", { name: "Open in mail" }));
  const dialog = await screen.findByRole("dialog", { name: "Stop: look at this first" });
  expect(within(dialog).getByText("The name is spelt wrong")).toBeTruthy();
  await noFaults(container);
  await user.click(within(dialog).getByRole("button", { name: "Back to the letter" }));
  expect(open).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: "Open in mail" }));
  const again = within(await screen.findByRole("dialog"));
  expect(again.getByRole("button", { name: "Go on with this reason" })).toHaveProperty("disabled", true);
  await user.type(again.getByRole("textbox"), "She spells it so herself");
  await user.click(again.getByRole("button", { name: "Go on with this reason" }));
  await waitFor(() => expect(open).toHaveBeenCalled());
  expect(host.lastInput("drafts.handOver")).toEqual({ id: "d1", way: "mailto", reason: "She spells it so herself" });
});

test("too long for the mail program: it offers the clipboard", async () => {
  const { host, user } = letters({}, { "drafts.handOver": { draft: aDraft(), mailto: null, eml: null, text: "All of it" } });
  await screen.findByText("It leads nowhere yet");
  await user.click(screen.getByRole("button", { name: "Open in mail" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Too long for the mail program" }));
  await user.click(dialog.getByRole("button", { name: "Copy" }));
  await waitFor(() => expect(host.lastInput("drafts.handOver")).toEqual({ id: "d1", way: "copy" }));
  expect(await screen.findByText("The letter is in the clipboard")).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe("All of it");
});

test("a letter saved as a file stands where the dialog said, and can be opened from there", async () => {
  vi.spyOn(shell, "canPick").mockReturnValue(true);
  const keep = vi.spyOn(shell, "keepFile").mockResolvedValue("/letters/How are you.eml");
  const open = vi.spyOn(shell, "openFile").mockResolvedValue();
  const { host, user } = letters({}, { "drafts.handOver": { draft: aDraft(), mailto: null, eml: "U3ViamVjdA==", text: "" } });
  await screen.findByText("It leads nowhere yet");
  await user.click(screen.getByRole("button", { name: "Save as file" }));
  await screen.findByText("The letter is in the file");
  expect(keep).toHaveBeenCalledWith("Save the letter as a file", "How are you.eml", [{ name: "Letter", extensions: ["eml"] }], "U3ViamVjdA==");
  await user.click(screen.getByRole("button", { name: "Open it" }));
  expect(open).toHaveBeenCalledWith("/letters/How are you.eml");
  expect(host.asked.filter(({ verb }) => verb === "drafts.didNotGo")).toEqual([]);
});

test.each([["thought better of it", () => Promise.resolve(null)], ["a full disk", () => Promise.reject(refuse("diskFull"))]])("%s: no file, and nobody asks whether it went", async (_, answer) => {
  vi.spyOn(shell, "canPick").mockReturnValue(true);
  vi.spyOn(shell, "keepFile").mockImplementation(answer);
  const { host, user } = letters({}, { "drafts.handOver": { draft: aDraft(), mailto: null, eml: "U3ViamVjdA==", text: "" }, "drafts.didNotGo": aDraft() });
  await screen.findByText("It leads nowhere yet");
  await user.click(screen.getByRole("button", { name: "Save as file" }));
  await waitFor(() => expect(host.lastInput("drafts.didNotGo")).toMatchObject({ id: "d1" }));
  expect(screen.queryByText("The letter is in the file")).toBeNull();
});

test.each([["How are you?", "How are you.eml"], ["../..\\etc: x", "etc x.eml"], ["\u202Eexe.txt", "exe.txt.eml"], [" . ", "letter.eml"], ["مرحبا", "مرحبا.eml"]])("%s is the file %s", (words, name) => {
  expect(fileNameOf(words, "eml")).toBe(name);
});

test("an empty room teaches, and starts one", async () => {
  const { user, container } = letters({}, { "drafts.list": [] });
  await screen.findByText("No letters yet");
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Start a letter" }));
  expect(await screen.findByRole("dialog", { name: "Start a letter" })).toBeTruthy();
});

test("the arrows walk the list", async () => {
  const onOpen = vi.fn();
  const { user } = letters({ at: "d1", onOpen });
  (await screen.findByRole("listbox", { name: "Letters" })).focus();
  await user.keyboard("{ArrowDown}");
  expect(onOpen).toHaveBeenCalledWith("d2");
});
