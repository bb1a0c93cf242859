/** The keys that turn the slides of a presentation, those of a clicker among them. */
const forth = ["ArrowRight", "ArrowDown", "PageDown", " "];
const back = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"];

export type Turn = "next" | "previous" | "first" | "last" | "fill";

export function turnOf({ key, shiftKey }: { key: string; shiftKey: boolean }): Turn | null {
  if (key === " " && shiftKey) return "previous";
  if (forth.includes(key)) return "next";
  if (back.includes(key)) return "previous";
  if (key === "Home") return "first";
  if (key === "End") return "last";
  return key.toLowerCase() === "f" ? "fill" : null;
}
