/** Puts a text into the clipboard that is still being made. */

/** A page may write there only in answer to a press, so the writing begins at once and the text follows. Call it in the press. */
export function copyLater(text: Promise<string>): Promise<void> {
  // In a letter program it arrives with its paragraphs, elsewhere as it is typed.
  if (typeof ClipboardItem === "undefined") return text.then((words) => navigator.clipboard.writeText(words));
  const words = text.then((plain) => new Blob([plain], { type: "text/plain" }));
  const rich = text.then((plain) => new Blob([richly(plain)], { type: "text/html" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": words, "text/html": rich })]);
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A plain text with its paragraphs and lines as a page has them. */
export const richly = (plain: string): string =>
  plain
    .trimEnd()
    .split(/\n{2,}/u)
    .map((part) => `<p>${part.replace(/[&<>]/gu, (sign) => signs[sign] ?? sign).replaceAll("\n", "<br>")}</p>`)
    .join("");
