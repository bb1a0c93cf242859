/** Text on every ground it is used on has a contrast of 4.5:1, marks and edges of fields 3:1, in light and in dark. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const source = readFileSync("src/styles/tokens.css", "utf8");
const block = (selector: string) => source.slice(source.indexOf(`${selector} {`)).split("}")[0] ?? "";
const colours = (css: string) => Object.fromEntries([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]])) as Record<string, string>;
const light = colours(block(":root"));
const themes = { light, dark: { ...light, ...colours(block('[data-theme="dark"]')) } };

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const text: [string, string[]][] = [
  ["ink", ["paper", "surface", "sunken", "accent-soft"]],
  ["ink-2", ["paper", "surface", "sunken", "accent-soft"]],
  ["ink-3", ["paper", "surface", "sunken"]],
  ["accent", ["paper", "surface", "accent-soft"]],
  ["accent-ink", ["accent"]],
  ["warn", ["paper", "surface", "warn-soft"]],
  ["danger", ["paper", "surface", "danger-soft"]],
  ["good", ["paper", "surface", "good-soft"]],
  ["paper", ["ink"]],
];

describe.each(Object.entries(themes))("%s", (_, theme) => {
  const pairs = text.flatMap(([front, grounds]) => grounds.map((ground) => [front, ground] as const));
  test.each(pairs)("%s on %s can be read", (front, ground) => {
    expect(contrast(theme[front] ?? "", theme[ground] ?? "")).toBeGreaterThanOrEqual(4.5);
  });
  test.each(["felt-2n", "felt-2p", "accent"])("%s can be seen as a mark", (mark) => {
    expect(contrast(theme[mark] ?? "", theme["surface"] ?? "")).toBeGreaterThanOrEqual(3);
  });
});
