/** A letter over the real core: from Today through the coach and out of the program, to the timeline; and templates of one's own. */
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

test("a template of one's own is made from a starter, filled, used, taken out and brought back", async ({ open }) => {
  const { page, call, isAccessible } = await open({ env: { RAPPORT_NOW: NOW } });
  await moveIn(page, demo);
  await settle(call);
  await page.keyboard.press("Control+Shift+d");
  await expect(page.getByRole("heading", { level: 1, name: "Templates" })).toBeVisible();
  await page.getByRole("option", { name: /Two lines and a question/ }).click();
  await page.getByRole("button", { name: "Copy it and change it" }).click();
  const title = page.getByLabel("What it is called");
  await expect(title).toHaveValue("Two lines and a question, in our words");
  await title.fill("From the workshop");
  const text = page.getByRole("textbox", { name: "Text" });
  await text.click();
  await page.keyboard.press("Control+a");
  // Typing over marked words makes Chromium try to keep their look by an inline style, which the rules refuse: so empty it first.
  await page.keyboard.press("Delete");
  await page.keyboard.insertText("Dear ");
  await page.getByLabel("If it is missing").fill("friend");
  await page.keyboard.press("Enter");
  await expect(text).toContainText('{{ person.preferred|default("friend") }}');
  const side = page.getByRole("complementary", { name: "What it says to one person" });
  await expect(side).toContainText("Dear ");
  await text.press("Control+End");
  await page.keyboard.insertText("\nof {{ person.nickname }}");
  await expect(page.getByText("There is no field called “person.nickname”.")).toBeVisible();
  await expect(page.getByText("Text, line 2:")).toBeVisible();
  await isAccessible();
  await text.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText("Dear {{ person.preferred }},\n\nthe workshop thinks of you. Shall we talk on Monday?\n\nAna Vidal");
  await expect(page.getByText("There is no field called")).toBeHidden();
  await page.keyboard.press("Control+s");
  await expect(page.getByRole("option", { name: /From the workshop/ })).toBeVisible();
  await expect(page.getByText("not saved yet")).toBeHidden();

  await page.getByRole("button", { name: "Write with it" }).click();
  const dialog = page.getByRole("dialog", { name: "Start a letter" });
  await dialog.getByRole("combobox", { name: "To" }).fill("Aurelio");
  await page.getByRole("option", { name: /Aurelio Bianchi/ }).click();
  await dialog.getByRole("button", { name: "Start writing" }).click();
  await expect(page.getByRole("textbox", { name: "Letter" })).toContainText("Dear Aurelio,");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("workshop");
  await page.getByRole("menuitem", { name: /From the workshop/ }).click();
  await page.getByRole("button", { name: "Take it out" }).click();
  await expect(page.getByRole("option", { name: /From the workshop/ })).toBeHidden();
  await page.getByRole("log").getByRole("button", { name: "Undo" }).last().click();
  await expect(page.getByRole("option", { name: /From the workshop/ })).toBeVisible();
});
