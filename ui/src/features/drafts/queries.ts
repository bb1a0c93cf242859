/** Reads of this room. */
import { queryOptions } from "@tanstack/react-query";
import type { Channel } from "../../bindings/Channel";
import type { FillTemplate } from "../../bindings/FillTemplate";
import { core } from "../../host/core";

export const letters = queryOptions({ queryKey: ["drafts", "list"], queryFn: () => core.drafts.list(), meta: { topics: ["drafts", "people"] } });

/** Letters without an answer by the day one hoped for. */
export const unanswered = queryOptions({ queryKey: ["drafts", "unanswered"], queryFn: () => core.drafts.unanswered(), meta: { topics: ["drafts", "people", "touchpoints"] } });

export const letter = (id: string) =>
  queryOptions({ queryKey: ["drafts", "one", id], queryFn: () => core.drafts.get({ id }), meta: { topics: ["drafts", "people", "touchpoints"] } });

/** What the coach says, with the text it read: what it points at holds for that text only. */
export const coached = (id: string, subject: string, text: string) =>
  queryOptions({
    queryKey: ["drafts", "coach", id, subject, text],
    queryFn: async () => ({ read: text, report: await core.drafts.coach({ id, subject, text }) }),
    meta: { topics: ["drafts", "people", "consent", "settings", "promises", "feedback", "touchpoints"] },
    // One entry a pause in the typing: none is asked for twice.
    gcTime: 10_000,
    placeholderData: (before) => before,
  });

/** What the coach keeps quiet about, in letters of a kind or in all. */
export const quietChecks = queryOptions({ queryKey: ["drafts", "quiet"], queryFn: () => core.drafts.quiet(), meta: { topics: ["drafts"] } });

/** A few words to put in: one’s own, calm ones, answers. */
export const snippets = queryOptions({ queryKey: ["drafts", "snippets"], queryFn: () => core.drafts.snippets(), meta: { topics: ["drafts", "feedback"] } });

export const voiceSheet = queryOptions({ queryKey: ["drafts", "voice"], queryFn: () => core.drafts.voice(), meta: { topics: ["drafts"] } });

export const templates = queryOptions({ queryKey: ["drafts", "templates"], queryFn: () => core.drafts.templates(), meta: { topics: ["drafts"] } });

/** What a template says to a person, and which parts of it are theirs. */
export const filled = (what: FillTemplate) =>
  queryOptions({ queryKey: ["drafts", "fill", what], queryFn: () => core.drafts.fill(what), meta: { topics: ["drafts", "people"] } });

/** What a template of one's own said before. */
export const templateVersions = (id: string) =>
  queryOptions({ queryKey: ["drafts", "versions", id], queryFn: () => core.drafts.templateVersions({ id }), meta: { topics: ["drafts"] } });

export interface TemplateText {
  subject: string;
  body: string;
  language: string;
  channel?: Channel;
}

/** What a template that is still being written says to somebody, or what is wrong with it. */
export const tried = (template: TemplateText, person: string | undefined) =>
  queryOptions({
    queryKey: ["drafts", "try", template, person],
    queryFn: () => core.drafts.tryTemplate({ ...template, ...(person && { person }) }),
    meta: { topics: ["people", "touchpoints", "settings"] },
    gcTime: 10_000,
    placeholderData: (before) => before,
  });

/** People whose names hold the words typed. */
export const findPeople = (text: string) =>
  queryOptions({
    queryKey: ["people", "list", { text, limit: 8 }],
    queryFn: () => core.people.list({ text, limit: 8 }),
    meta: { topics: ["people"] },
    placeholderData: (before) => before,
  });
