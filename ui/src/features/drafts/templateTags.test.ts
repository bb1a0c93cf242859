/** Templates are read into chips, and chips are written back as they were. */
import { expect, test } from "vitest";
import { type FieldTag, tags, written } from "./templateTags";

test.each([
  "{{ person.given }}", "{{ organisation|default(\"you\") }}", "{{ sender.given|default(sender.name)|default(\"\") }}", "{{ last.when|month }}",
  "{{ goals|list_and|default(\"a \\\"quiet\\\" month\") }}", "{{ today|day_month|default(last.when)|default(\"soon\") }}",
])("%s is read and written the same", (template) => {
  const [tag] = tags(`Dear ${template}, hello`);
  expect(tag).toMatchObject({ kind: "field", from: 5, to: 5 + template.length });
  expect(written(tag as FieldTag)).toBe(template);
});

test("conditions on one field are chips, everything else is shown as it stands", () => {
  const of = (template: string) => tags(template).map((tag) => [tag.kind, "field" in tag ? tag.field : tag.raw]);
  expect(of("{% if owed %}x{% elif last.topic %}y{% else %}z{% endif %}")).toEqual([["if", "owed"], ["elif", "last.topic"], ["else", "else"], ["endif", "endif"]]);
  expect(of("{% if not owed %}{% for goal in goals %}{{ goal }}{% endfor %}")).toEqual([["other", "if not owed"], ["other", "for goal in goals"], ["field", "goal"], ["other", "endfor"]]);
  expect(of("{{ a ~ b }}{{ a|default(b, true) }}{{ a|default(\"x\")|upper }}{{- a }}")).toEqual([["other", "a ~ b"], ["other", "a|default(b, true)"], ["other", "a|default(\"x\")|upper"], ["other", "- a"]]);
  expect(of("Dear {{ person.given")).toEqual([]);
});
