/** Languages whose readers sort names each in their own way. */
import type { Option } from "../../components/controls/Select";

const tags = [
  "en", "ar", "az", "bg", "ca", "cs", "cy", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "is", "it", "ja", "ko", "lt",
  "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "th", "tr", "uk", "vi", "zh",
];

/** Their names in the window's language, in its order; the one in use is always among them. */
export function languages(shownIn: string, inUse: string): Option[] {
  const names = new Intl.DisplayNames(shownIn, { type: "language" });
  return [...new Set([...tags, inUse])]
    .map((id) => ({ id, label: names.of(id) ?? id }))
    .sort((a, b) => a.label.localeCompare(b.label, shownIn));
}
