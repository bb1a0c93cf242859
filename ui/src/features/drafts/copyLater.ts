/** Puts a text into the clipboard that is still being made. */

/** A page may write there only in answer to a press, so the writing begins at once and the text follows. Call it in the press. */
export function copyLater(text: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === "undefined") return text.then((words) => navigator.clipboard.writeText(words));
  const words = text.then((plain) => new Blob([plain], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": words })]);
}
