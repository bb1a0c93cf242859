/** A letter over the real core: from Today through the coach and out of the program, to the timeline. */
import { readFileSync } from "node:fs";
import { expect, test } from "./bridge";
import { demo, go, moveIn } from "./screens.mjs";
import { NOW } from "./start.mjs";

const settle = async (call: (room: string, verb: string, input?: unknown) => Promise<unknown>) => {
  const settings = (await call("settings", "get")) as object;
  await call("settings", "save", { ...settings, sender: { name: "Ana Vidal", email: "ana@aldervale.example", organisation: "Alder & Vale", solo: false } });
};

test("a check-in goes from Today to the timeline, and the person leaves Today", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page, call } = await open({ env: { RAPPORT_NOW: NOW } });
  await moveIn(page, demo);
  await settle(call);
  await page.getByRole("button", { name: "Draft a check-in" }).click();

  const letter = page.getByRole("textbox", { name: "Letter" });
  await expect(letter).toContainText("Marisol");
  await expect(letter).toContainText("renewal call");
  await expect(letter.locator(".cm-field").first()).toHaveText("Marisol");
  // She prefers the telephone; nothing else is to be said.
  await expect(page.getByRole("status").filter({ hasText: "One thing to look at" })).toBeVisible();
  await expect(page.getByText("Not the way they like best")).toBeVisible();

  // A slip in the name: the coach sees it, and one click puts it right.
  await letter.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("Hola, Marysol:\n\n¿Qué tal la nueva factura? Cuéntame cuando puedas.\n\nUn abrazo,\nAna Vidal");
  await expect(page.getByText("The name is spelt wrong")).toBeVisible();
  await expect(letter.locator(".cm-stop")).toHaveText("Marysol");
  await page.getByRole("button", { name: "Open in mail" }).click();
  await expect(page.getByRole("dialog", { name: "Stop: look at this first" })).toBeVisible();
  await page.getByRole("button", { name: "Back to the letter" }).click();
  await page.getByRole("button", { name: "Write Marisol" }).click();
  await expect(letter).toContainText("Hola, Marisol:");
  await expect(page.getByText("The name is spelt wrong")).toBeHidden();

  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("The letter is in the clipboard")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Hola, Marisol:/);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as file" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.eml$/);
  const eml = readFileSync(await file.path(), "utf8");
  expect(eml).toMatch(/^X-Unsent: 1/m);
  expect(eml).toContain("marisol@cafetropico.example");

  await page.getByRole("button", { name: "It went" }).click();
  await expect(page.getByText("It went. Logged with Marisol Reyes Ibarra")).toBeVisible();
  await page.getByRole("link", { name: "Their page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Marisol/ })).toBeVisible();
  await expect(page.getByText("Cuéntame cuando puedas").first()).toBeVisible();
  await page.keyboard.press("Control+1");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("listbox").getByText("Marisol Reyes Ibarra")).toBeHidden();
});

test("words that are needed again are put in by keys, and one's own are kept", async ({ open }) => {
  const { page, call, isAccessible } = await open({ env: { RAPPORT_NOW: NOW } });
  await moveIn(page, async () => undefined);
  const { row } = (await call("people", "create", { name: "Ana Ruiz", given: "Ana", language: "en" })) as { row: { id: string } };
  await call("feedback", "saveQuestion", { text: "Who repairs it?", answer: "We do, within two days." });
  const draft = (await call("drafts", "start", { person: row.id, kind: "other" })) as { row: { id: string } };
  await go(page, `#/drafts/${draft.row.id}`);
  const letter = page.getByRole("textbox", { name: "Letter" });
  await letter.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("Dear Ana,\n\n");
  await page.keyboard.press("Control+Shift+x");
  const dialog = page.getByRole("dialog", { name: "Put words in" });
  await expect(dialog.getByText("That is our part to put right, not yours.")).toBeVisible();
  await isAccessible();
  await page.keyboard.type("repairs");
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(letter).toContainText("Dear Ana,We do, within two days.");

  await page.keyboard.press("Control+Shift+x");
  await dialog.getByRole("button", { name: "Keep words of your own" }).press("Enter");
  await dialog.getByRole("textbox", { name: "What you call them" }).fill("A new crate");
  await dialog.getByRole("textbox", { name: "The words" }).fill("A new crate is on its way, on us.");
  await dialog.getByRole("button", { name: "Keep them" }).press("Enter");
  await expect(dialog.getByText("your own", { exact: true })).toBeVisible();
  await isAccessible();
  await dialog.getByRole("button", { name: /^Put in: .*A new crate/ }).press("Enter");
  await expect(letter).toContainText("A new crate is on its way, on us.");
});
