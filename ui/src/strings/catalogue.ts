/** The catalogues of sentences: English is in the bundle, one file a room; another language is loaded when it is chosen. */
import { i18n, type Messages } from "@lingui/core";

const english = import.meta.glob<Messages>("./en/*.po", { eager: true, import: "messages" });

/** Puts English in place. */
export function speakEnglish(): void {
  const messages: Messages = {};
  for (const room of Object.values(english)) Object.assign(messages, room);
  i18n.loadAndActivate({ locale: "en", messages });
}

export { i18n };
