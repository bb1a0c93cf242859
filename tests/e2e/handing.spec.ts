/** Handing over and what comes after, over the real core: files that go along, a call that is offered, the clipboard, paper, no answer. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "./bridge";
import { go, moveIn } from "./screens.mjs";
import { ask, NOW } from "./start.mjs";

interface Letter { row: { id: string; person: { id: string } } }

/** Somebody, and a letter to them that speaks of an offer. */
async function begin(page: Parameters<typeof ask>[0]): Promise<Letter> {
  const settings = await ask(page, "settings", "get");
  await ask(page, "settings", "save", { ...settings, sender: { name: "Ines Vidal", email: "ines@firm.example", organisation: "Firm", solo: false } });
  const person = await ask(page, "people", "create", { name: "Ana Ruiz", given: "Ana", language: "en", reaches: [{ kind: "email", value: "ana@studio.example" }], roles: [{ organisation: "Studio Ana" }] });
  const letter = await ask(page, "drafts", "start", { person: person.row.id, kind: "checkIn" });
  return ask(page, "drafts", "save", { id: letter.row.id, subject: "The offer", text: "Dear Ana,\n\nthe offer is attached & ready.\nHow does Thursday suit you?\n\nBest wishes,\nInes" });
}

test("files and an offered call go along, in the file for mail programs", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page, isAccessible } = await open({ env: { RAPPORT_NOW: NOW } });
  let letter: Letter | undefined;
  await moveIn(page, async (on) => {
    letter = await begin(on);
  });
  await go(page, `#/drafts/${letter?.row.id ?? ""}`);
  await page.getByLabel("A file to go with the letter").setInputFiles({ name: "offer.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 offer") });
  const along = page.getByRole("group", { name: "What goes with it" });
  await expect(along).toContainText("offer.pdf");
  await page.getByRole("button", { name: "Offer a call" }).click();
  const sheet = page.getByRole("dialog", { name: "Offer a call" });
  await sheet.getByRole("spinbutton", { name: /day/i }).first().click();
  await page.keyboard.type("26112026");
  await sheet.getByRole("textbox", { name: "Hour" }).fill("15:30");
  await isAccessible();
  await sheet.getByRole("button", { name: "Put it beside the letter" }).click();
  await expect(along).toContainText("call-2026-11-26.ics");
  await isAccessible();

  await page.getByRole("button", { name: "Open in mail" }).click();
  await expect(page.getByRole("dialog", { name: "Files go with it" })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "Save as file" }).click();
  const eml = readFileSync(await (await download).path(), "utf8");
  expect(eml).toMatch(/^X-Unsent: 1/m);
  expect(eml).toContain("offer.pdf");
  expect(eml).toContain("text/calendar");

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Copy the subject" }).click();
  await expect(page.getByText("The subject is in the clipboard")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("The offer");
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText("The letter is in the clipboard")).toBeVisible();
  const rich = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return item ? (await item.getType("text/html")).text() : "";
  });
  expect(rich).toContain("attached &amp; ready.<br>How does Thursday");
});

test("a letter is printed after it was handed over, and followed up when no answer came", async ({ open }) => {
  const { page, call, vault, isAccessible } = await open({ env: { RAPPORT_NOW: NOW } });
  let letter: Letter | undefined;
  await moveIn(page, async (on) => {
    letter = await begin(on);
  });
  const id = letter?.row.id ?? "";
  await go(page, `#/drafts/${id}`);
  await page.getByRole("button", { name: "On paper" }).click();
  const dialog = page.getByRole("dialog", { name: "On paper" });
  await expect(dialog.getByRole("img", { name: /Page 1/ })).toBeVisible();
  await expect(dialog.getByRole("button", { name: /The letter itself/ })).toBeVisible();
  const file = path.join(path.dirname(vault), "letter.pdf");
  await dialog.getByRole("textbox", { name: "Path of the new file" }).fill(file);
  await dialog.getByRole("button", { name: /^Save/ }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(readFileSync(file).subarray(0, 5).toString()).toBe("%PDF-");

  await page.getByRole("button", { name: "It went" }).click();
  await expect(page.getByText("An answer is hoped for by").first()).toBeVisible();
  await call("drafts", "answerBy", { id, day: "2026-11-20" });
  await go(page, "#/");
  const waits = page.getByRole("list", { name: "No answer yet" });
  await expect(waits).toContainText("Ana Ruiz");
  await isAccessible();
  await page.getByRole("button", { name: "Follow up: Ana Ruiz" }).click();
  await expect(page.getByRole("textbox", { name: "Letter" })).toContainText("Dear Ana");
  await go(page, "#/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(waits).toBeHidden();
});
