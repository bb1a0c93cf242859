/** The languages that letters are written in here, by name. */
import { useLingui } from "@lingui/react";

/** Those whose days, lists and coaching the core knows. */
export const letterLanguages: readonly string[] = ["en", "de", "es"];

export function useLanguageName(): (language: string) => string {
  const { i18n } = useLingui();
  const names = new Intl.DisplayNames([i18n.locale], { type: "language", fallback: "code" });
  return (language) => names.of(language || "en") ?? language;
}
