/** Templates: read, copied, written with fields, tried on one person, saved and taken out. */
import { cursorCharRight } from "@codemirror/commands";
import { EditorView } from "@codemirror/view";
import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import type { TemplateInput } from "../../bindings/TemplateInput";
import type { TemplateRow } from "../../bindings/TemplateRow";
import type { TemplateTrial } from "../../bindings/TemplateTrial";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { aRow } from "../../test/people";
import { TemplatesPage } from "./TemplatesPage";

const starter: TemplateRow = { key: "check-in-1.en", own: false, kind: "checkIn", language: "en", title: "After a quiet spell", subject: "How are things?", body: "Dear {{ person.given }},\n\nHow are you?", variants: [], version: 1, asksReason: false };

function page() {
  let all: TemplateRow[] = [starter];
  return drawn(<TemplatesPage />, {
    answers: {
      "drafts.templates": () => all,
      "people.list": { items: [aRow()], total: 1 },
      "people.fields": [
        { id: "f1", name: "Liebste Röstung", kind: "text", choices: [], mention: true, word: "liebste_rostung", sensitive: false, origin: "told" },
        { id: "f2", name: "Shoes", kind: "number", choices: [], mention: false, word: "", sensitive: false, origin: "noted" },
      ],
      "drafts.templateVersions": [{ version: 1, subject: "Was", body: "As it was", variants: [], endedAt: 0 }],
      "drafts.tryTemplate": ({ subject, body, channel }: TemplateTrial) =>
        body.includes("{{ person.role }}")
          ? { limit: null, subject: "", text: "", spans: [], fault: { part: "body", problem: { kind: "missingField", field: "person.role", line: 1, from: 0, to: 5 } } }
          : { subject, text: body.replace("{{ person.given }}", "Marisol"), spans: [{ from: 5, to: 12, field: "person.given", fallback: false }], fault: null, limit: channel === "social" ? 280 : null },
      "drafts.saveTemplate": ({ id, ...words }: TemplateInput) => {
        const row = { variants: [], ...words, key: id ?? "t1", own: true, version: id ? 2 : 1, asksReason: false };
        all = [row, ...all.filter(({ key }) => key !== row.key)];
        return { templates: all, problem: null };
      },
      "drafts.removeTemplate": ({ id }: { id: string }) => (all = all.filter(({ key }) => key !== id)),
    },
  });
}
const editor = async () => EditorView.findFromDOM(await screen.findByRole("textbox", { name: "Text" }));

beforeEach(() => {
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});

test("a starter is shown filled for somebody, and copied", async () => {
  const { host, user, container } = page();
  const side = within(await screen.findByRole("complementary", { name: "What it says to one person" }));
  await waitFor(() => expect(side.getByText("Marisol", { selector: "mark" })).toBeTruthy());
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Copy it and change it" }));
  expect(host.lastInput("drafts.saveTemplate")).toEqual({ kind: "checkIn", language: "en", title: "After a quiet spell, in our words", subject: starter.subject, body: starter.body });
  host.tell(["drafts"]);
  await waitFor(() => expect(screen.getByRole("textbox", { name: "What it is called" })).toHaveProperty("value", "After a quiet spell, in our words"));
  await noFaults(container);
});

test("a new one is written with a field and its fall-back, and saved by the keyboard", async () => {
  const { host, user } = page();
  await user.click(await screen.findByRole("button", { name: "New" }));
  const save = () => user.click(screen.getByRole("button", { name: /Save template/ }));
  await save();
  expect(screen.getByText("Give it a name.")).toBeTruthy();
  await user.type(screen.getByRole("textbox", { name: "What it is called" }), "After a visit");
  const view = await editor();
  act(() => view?.dispatch({ changes: { from: 0, insert: "Dear " }, selection: { anchor: 5 } }));
  act(() => view?.focus());
  await user.click(screen.getByRole("button", { name: "Put in a field" }));
  const dialog = await screen.findByRole("dialog", { name: "Put in a field" });
  await user.type(within(dialog).getByRole("textbox", { name: "Words for when nothing is there" }), 'my "friend"{Enter}');
  await waitFor(() => expect(view?.state.doc.toString()).toBe('Dear {{ person.preferred|default("my \\"friend\\"") }}'));
  // It stands there as one chip: said in words, passed in one step, pressed to change it.
  const chip = await screen.findByText("How they like to be called, else “my \"friend\"”");
  act(() => view?.dispatch({ selection: { anchor: 5 } }));
  act(() => void (view && cursorCharRight(view)));
  expect(view?.state.selection.main.head).toBe(view?.state.doc.length);
  await user.click(chip);
  const change = await screen.findByRole("dialog", { name: "Change the field" });
  await user.click(within(change).getByRole("checkbox", { name: "Say nothing then" }));
  await user.click(within(change).getByRole("button", { name: "Change it" }));
  await waitFor(() => expect(view?.state.doc.toString()).toBe('Dear {{ person.preferred|default("") }}'));
  await user.click(screen.getByRole("button", { name: "Only if…" }));
  await user.type(within(await screen.findByRole("dialog", { name: "Only if" })).getByRole("textbox", { name: "What the others read instead" }), "Hello{Enter}");
  await waitFor(() => expect(view?.state.doc.toString()).toBe('{% if owed %}Dear {{ person.preferred|default("") }}{% else %}Hello{% endif %}'));
  expect(screen.getByText("only if there is: What you promised them")).toBeTruthy();
  await user.click(screen.getByRole("switch", { name: "Raw text" }));
  await waitFor(() => expect(screen.queryByText("only if there is: What you promised them")).toBeNull());
  expect(screen.getByText("not saved yet")).toBeTruthy();
  await user.type(screen.getByRole("textbox", { name: "What it is called" }), "{Enter}");
  await waitFor(() => expect(host.lastInput("drafts.saveTemplate")).toMatchObject({ title: "After a visit", subject: "", kind: "checkIn", language: "en" }));
});

test("it says something else on another way, with how much fits there; what it said before is taken up again", async () => {
  const { host, user, container } = page();
  await user.click(await screen.findByRole("button", { name: "Copy it and change it" }));
  host.tell(["drafts"]);
  await screen.findByRole("textbox", { name: "What it is called" });
  await user.click(screen.getByRole("button", { name: /Text for/ }));
  await user.click(await screen.findByRole("option", { name: /Social media/ }));
  expect(screen.getByText("The same as on every way, until you change it.")).toBeTruthy();
  const view = await editor();
  act(() => view?.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: "Hi {{ person.given }}" } }));
  expect(await screen.findByText("10 of 280 characters")).toBeTruthy();
  expect(host.lastInput("drafts.tryTemplate")).toMatchObject({ body: "Hi {{ person.given }}", channel: "social" });
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: /Save template/ }));
  await waitFor(() => expect(host.lastInput("drafts.saveTemplate")).toMatchObject({ body: starter.body, variants: [{ channel: "social", subject: "How are things?", body: "Hi {{ person.given }}" }] }));
  host.tell(["drafts"]);
  await user.click(await screen.findByRole("button", { name: "1 version before" }));
  await user.click(await screen.findByRole("button", { name: "Take up version 1 again" }));
  await user.click(screen.getByRole("button", { name: /Text for/ }));
  await user.click(await screen.findByRole("option", { name: /every way/ }));
  await waitFor(() => expect(view?.state.doc.toString()).toBe("As it was"));
});

test("what is wrong is said in words, with its place; it can be taken out again", async () => {
  const { host, user, container } = page();
  await user.click(await screen.findByRole("button", { name: "Copy it and change it" }));
  host.tell(["drafts"]);
  await screen.findByRole("textbox", { name: "What it is called" });
  const view = await editor();
  act(() => view?.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: "{{ person.role }}" } }));
  expect(await screen.findByText(/The book does not know “What they do” of Marisol/)).toBeTruthy();
  expect(screen.getByText("Text, line 1:")).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Take it out" }));
  await waitFor(() => expect(host.lastInput("drafts.removeTemplate")).toEqual({ id: "t1" }));
});
