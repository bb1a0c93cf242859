/** Print and export over the real core: looked at, saved, copied, and notes that come back from a file. */
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "./bridge";
import { demo, go, moveIn } from "./screens.mjs";

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "rapport-print-"));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a canvas is looked at and printed by keyboard, without names", async ({ open }) => {
  const { page, isAccessible } = await open();
  await moveIn(page, demo);
  await go(page, "#/canvas");
  await page.keyboard.press("Control+p");
  const dialog = page.getByRole("dialog", { name: "Print or export" });
  await expect(dialog.getByRole("img", { name: /Page 1 of/ })).toBeVisible();
  const drawn = () => dialog.getByRole("img").evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0);
  await expect.poll(drawn, "the page's rules let the drawing be seen").toBe(true);
  await isAccessible();

  await dialog.getByText("Black and white").click();
  await dialog.getByText("A3", { exact: true }).click();
  const file = path.join(folder, "sheet.pdf");
  await dialog.getByLabel("Path of the new file").fill(file);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Written", { exact: true })).toBeVisible();
  await expect(dialog).toBeHidden();
  const pdf = readFileSync(file);
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.includes("pdfuaid"), "it says that it is accessible").toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await isAccessible();
});

test("notes go out as Markdown and come back in one step", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await moveIn(page);
  await call("canvas", "addNote", { block: "channels", text: "Phone" });
  await go(page, "#/canvas");
  await page.getByRole("button", { name: "Print or export…" }).click();
  const dialog = page.getByRole("dialog", { name: "Print or export" });
  await dialog.getByRole("button", { name: /As/ }).click();
  await page.getByRole("option", { name: /Markdown/ }).click();
  await expect(dialog.getByLabel("The text as it will be written")).toContainText("## Channels\n\n- Phone");
  await isAccessible();
  await dialog.getByLabel("Path of the new file").fill(path.join(folder, "canvas.md"));
  await dialog.getByRole("button", { name: "Save…" }).click();
  await expect(page.getByText("Written", { exact: true })).toBeVisible();
  expect(readFileSync(path.join(folder, "canvas.md"), "utf8")).toContain("- Phone");

  await page.keyboard.press("Control+Shift+m");
  const take = page.getByRole("dialog", { name: "Notes from Markdown" });
  await take.getByLabel("Paste it here").fill("## Diary\n- mine\n");
  await expect(take.getByText("No heading in it names a block", { exact: false })).toBeVisible();
  await take.getByLabel("Paste it here").fill("## Diary\n- mine\n## Key Partners\n- Roasters\n## Channels\n- Phone\n- Visits\n");
  await expect(take.getByText("2 new notes")).toBeVisible();
  await expect(take.getByText(/Passed over.*Diary/)).toBeVisible();
  await isAccessible();
  await take.getByRole("button", { name: "Put them on the canvas" }).click();
  await expect(page.getByText("2 notes added")).toBeVisible();
  await expect(page.getByRole("group", { name: "Key partners" }).locator("[data-note]")).toHaveText([/Roasters/]);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("group", { name: "Key partners" }).locator("[data-note]")).toHaveCount(0);
});

test("a journey is printed and written as a diagram, and an empty one for a workshop", async ({ open }) => {
  const { page } = await open();
  await moveIn(page, demo);
  await go(page, "#/journeys");
  await page.getByRole("button", { name: "Print or export…" }).click();
  const dialog = page.getByRole("dialog", { name: "Print or export" });
  await expect(dialog.getByRole("img", { name: /Page 1 of/ })).toBeVisible();
  await dialog.getByRole("button", { name: /As/ }).click();
  await page.getByRole("option", { name: /Diagram/ }).click();
  await expect(dialog.getByLabel("The text as it will be written")).toContainText("journey\n    title");
  await dialog.getByRole("button", { name: /What/ }).click();
  await page.getByRole("option", { name: /An empty map/ }).click();
  await expect(dialog.getByRole("img", { name: /Page 1 of/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});
