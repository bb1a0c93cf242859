/** The fields a template may show, in words, and how they stand in its text. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { customFields } from "../../frame/customFields";
import type { Mark } from "./editorMarks";

/** Those that a book can fill; the engine knows a few more, which are called by their own names. */
const names: Record<string, MessageDescriptor> = {
  "person.preferred": msg`How they like to be called`,
  "person.given": msg`Given name`,
  "person.family": msg`Family name`,
  "person.name": msg`Whole name`,
  "person.title": msg`Title before the name`,
  "person.role": msg`What they do`,
  organisation: msg`Their organisation`,
  "last.topic": msg`What the last exchange was about`,
  "last.when": msg`The day of the last exchange`,
  "last.words": msg`What they said last`,
  owed: msg`What you promised them`,
  reason: msg`Why you write`,
  goals: msg`What they want to reach`,
  bought: msg`What they bought last`,
  "sender.given": msg`Your given name`,
  "sender.name": msg`Your name`,
  "sender.role": msg`What you do`,
  "sender.organisation": msg`Your organisation`,
  "sender.phone": msg`Your telephone number`,
  today: msg`The day of writing`,
};

/** Nothing fills these yet, or only now and then: they are not offered, but have a name. */
const unoffered = ["last.words"];

export interface NamedField {
  id: string;
  label: string;
}

/** Every field one can put in: those of Rapport, then those of the user's own that letters may mention. */
export function useTemplateFields(): NamedField[] {
  const { _ } = useLingui();
  const own = useQuery(customFields).data ?? [];
  const ours = Object.entries(names).filter(([id]) => !unoffered.includes(id)).map(([id, name]) => ({ id, label: _(name) }));
  return [...ours, ...own.filter(({ mention, word }) => mention && word !== "goals").map(({ word, name }) => ({ id: `custom.${word}`, label: name }))];
}

/** What a field is called. */
export function useFieldName(): (field: string) => string {
  const { _ } = useLingui();
  const own = useQuery(customFields).data ?? [];
  return (field) => {
    const name = names[field];
    return name ? _(name) : (own.find(({ word }) => word !== "" && field === `custom.${word}`)?.name ?? field);
  };
}

/** A field as it stands in a template, with what stands there when somebody has not got it. */
export const tagFor = (field: string, fallback: string): string =>
  fallback.trim() === "" ? `{{ ${field} }}` : `{{ ${field}|default("${fallback.trim().replace(/["\\]/g, "\\$&")}") }}`;

/** Where fields and conditions stand in a template. */
export const tagsIn = (template: string): Mark[] =>
  [...template.matchAll(/\{\{.*?\}\}|\{%.*?%\}/gs)].map(({ index, 0: tag }) => ({ from: index, to: index + tag.length, look: tag.startsWith("{{") ? "slot" : "rule" }));
