/** Templates: read, copied, written with fields, tried on one person, saved and taken out. */
import { EditorView } from "@codemirror/view";
import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import type { TemplateInput } from "../../bindings/TemplateInput";
import type { TemplateRow } from "../../bindings/TemplateRow";
import type { TemplateTrial } from "../../bindings/TemplateTrial";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { aRow } from "../../test/people";
import { tagFor, tagsIn } from "./templateFields";
import { TemplatesPage } from "./TemplatesPage";

const starter: TemplateRow = { key: "check-in-1.en", own: false, kind: "checkIn", language: "en", title: "After a quiet spell", subject: "How are things?", body: "Dear {{ person.given }},\n\nHow are you?", version: 1, asksReason: false };

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
      "drafts.tryTemplate": ({ subject, body }: TemplateTrial) =>
        body.includes("{{ person.role }}")
          ? { subject: "", text: "", spans: [], fault: { part: "body", problem: { kind: "missingField", field: "person.role", line: 1, from: 0, to: 5 } } }
          : { subject, text: body.replace("{{ person.given }}", "Marisol"), spans: [{ from: 5, to: 12, field: "person.given", fallback: false }], fault: null },
      "drafts.saveTemplate": ({ id, ...words }: TemplateInput) => {
        const row = { ...words, key: id ?? "t1", own: true, version: 1, asksReason: false };
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
  await user.type(screen.getByRole("textbox", { name: "If it is missing" }), 'my "friend"{Enter}');
  await waitFor(() => expect(view?.state.doc.toString()).toBe('Dear {{ person.preferred|default("my \\"friend\\"") }}'));
  await user.click(screen.getByRole("textbox", { name: "Subject" }));
  await user.click(screen.getByRole("button", { name: "Put it in" }));
  expect(screen.getByRole("textbox", { name: "Subject" })).toHaveProperty("value", "{{ person.preferred }}");
  expect(screen.getByText("not saved yet")).toBeTruthy();
  await user.type(screen.getByRole("textbox", { name: "What it is called" }), "{Enter}");
  await waitFor(() => expect(host.lastInput("drafts.saveTemplate")).toMatchObject({ title: "After a visit", subject: "{{ person.preferred }}", kind: "checkIn", language: "en" }));
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

test.each([["person.given", "", "{{ person.given }}"], ["organisation", " you ", '{{ organisation|default("you") }}'], ["today", 'a\\b"c', '{{ today|default("a\\\\b\\"c") }}']] as const)(
  "%s with the fall-back “%s” is %s",
  (field, fallback, tag) => {
    expect(tagFor(field, fallback)).toBe(tag);
    expect(tagsIn(`Dear ${tag}, {% if x %}y`).map(({ look }) => look)).toEqual(["slot", "rule"]);
  },
);
