/** The fields a template may show, in words, and how they stand in its text. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { Mark } from "./editorMarks";

/** Those that a book can fill; the engine knows a few more, which are called by their own names. */
const names = {
  "person.preferred": msg`How they like to be called`,
  "person.given": msg`Given name`,
  "person.family": msg`Family name`,
  "person.name": msg`Whole name`,
  "person.title": msg`Title before the name`,
  "person.role": msg`What they do`,
  organisation: msg`Their organisation`,
  "last.topic": msg`What the last exchange was about`,
  "last.when": msg`The day of the last exchange`,
  "sender.given": msg`Your given name`,
  "sender.name": msg`Your name`,
  "sender.organisation": msg`Your organisation`,
  today: msg`The day of writing`,
} satisfies Record<string, MessageDescriptor>;

export type TemplateField = keyof typeof names;

export const templateFields = Object.keys(names) as readonly TemplateField[];

export function useFieldName(): (field: string) => string {
  const { _ } = useLingui();
  return (field) => (field in names ? _(names[field as TemplateField]) : field);
}

/** A field as it stands in a template, with what stands there when somebody has not got it. */
export const tagFor = (field: TemplateField, fallback: string): string =>
  fallback.trim() === "" ? `{{ ${field} }}` : `{{ ${field}|default("${fallback.trim().replace(/["\\]/g, "\\$&")}") }}`;

/** Where fields and conditions stand in a template. */
export const tagsIn = (template: string): Mark[] =>
  [...template.matchAll(/\{\{.*?\}\}|\{%.*?%\}/gs)].map(({ index, 0: tag }) => ({ from: index, to: index + tag.length, look: tag.startsWith("{{") ? "slot" : "rule" }));
