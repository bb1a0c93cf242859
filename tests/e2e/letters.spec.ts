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
