/** Kinds of canvas, links, evidence, and the two tables of plan and life, over the real core and by keyboard. */
import { type Page } from "@playwright/test";
import { expect, test } from "./bridge";
import { demo, moveIn } from "./screens.mjs";

const block = (page: Page, name: string) => page.getByRole("group", { name, exact: true });
const view = (page: Page, name: string) => page.locator("label").filter({ has: page.getByRole("radio", { name, exact: true }) });
const deed = async (page: Page, name: string) => {
  await page.getByRole("button", { name: /^version / }).click();
  await page.getByRole("menuitem", { name }).click();
};

test("notes are linked by keyboard, and what belongs together is shown", async ({ open }) => {
  const { page, isAccessible } = await open();
  await moveIn(page, demo);
  await page.keyboard.press("Control+4");
  await block(page, "Customer segments").getByRole("button", { name: /^Clinics/ }).focus();
  await page.keyboard.press("l");
  const dialog = page.getByRole("dialog", { name: "What belongs with it?" });
  await dialog.getByRole("textbox", { name: "Find a note" }).fill("visits");
  await dialog.getByRole("checkbox", { name: "Visits", exact: true }).focus();
  await page.keyboard.press("Space");
  await isAccessible();
  await page.keyboard.press("Escape");
  const part = page.getByRole("region", { name: "Belongs with" });
  await expect(part.getByRole("button", { name: /^Visits/ })).toBeVisible();
  await expect(block(page, "Channels").getByRole("button", { name: /^Visits.*belongs with the note you were on/ })).toBeVisible();
  await part.getByRole("button", { name: "Not with “Visits” any more" }).click();
  await expect(part.getByRole("button", { name: /^Visits/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).first().click();
});

test("what a customer said speaks for a note", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await moveIn(page, demo);
  await page.keyboard.press("Control+4");
  await block(page, "Value propositions").getByRole("button", { name: /^Invoices that/ }).click();
  await page.getByRole("button", { name: "From the log…" }).click();
  const dialog = page.getByRole("dialog", { name: "What was said about it?" });
  await dialog.getByRole("textbox", { name: "Find a touchpoint" }).fill("invoice");
  // The list may still change to what was found: one of both is pressed, wherever it comes to stand.
  await dialog.getByRole("listitem").filter({ hasText: /invoice/i }).first().getByRole("button", { name: "Against it" }).click();
  await expect(dialog.getByRole("button", { name: "Against it", pressed: true })).toBeVisible();
  await isAccessible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "What customers said" }).getByText("Against it:")).toBeVisible();
  const canvas = await call("canvas", "get", {});
  expect(canvas.notes.find((note: { text: string }) => note.text.startsWith("Invoices that")).speaksAgainst).toBe(1);
});

test("a channel is planned for a segment in the matrix by keyboard, and its note and link stand on the sheet", async ({ open }) => {
  const { page, isAccessible } = await open();
  await moveIn(page, demo);
  await page.keyboard.press("Control+4");
  await view(page, "Channels by segment").click();
  const table = page.getByRole("table", { name: "Channels by segment" });
  await table.getByRole("button", { name: /^Phone, Neighbourhood cafés/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(table.getByRole("button", { name: /^Phone, Clinics/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  const mail = table.getByRole("button", { name: /^E-mail, Clinics/ });
  await expect(mail).toBeFocused();
  await page.keyboard.press("Space");
  await expect(mail).toHaveAttribute("aria-pressed", "true");
  const chat = table.getByRole("button", { name: /^Chat, Clinics/ });
  await chat.click();
  await expect(chat).toHaveAttribute("aria-pressed", "true");
  await isAccessible();
  await view(page, "As a sheet").click();
  await expect(block(page, "Channels").getByText("Chat", { exact: true })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(block(page, "Channels").getByText("Chat", { exact: true })).toHaveCount(0);
});

test("how a segment is meant to be served stands beside how it is", async ({ open }) => {
  const { page, isAccessible } = await open();
  await moveIn(page, demo);
  await page.keyboard.press("Control+4");
  await view(page, "How segments are served").click();
  const row = page.getByRole("row", { name: /Clinics/ });
  await row.getByRole("button", { name: /^Minutes for each person of Clinics/ }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("30");
  await page.keyboard.press("Enter");
  await expect(row.getByRole("button", { name: "Minutes for each person of Clinics a month: 30" })).toBeVisible();
  await row.getByRole("button", { name: /^Money for each person of Clinics/ }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("twelve");
  await page.keyboard.press("Enter");
  await expect(page.getByText("“twelve” is no amount.", { exact: false })).toBeVisible();
  await row.getByRole("button", { name: /^Money for each person of Clinics/ }).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("12.50 EUR");
  await page.keyboard.press("Enter");
  await expect(row.getByText("12.50 EUR")).toBeVisible();
  await isAccessible();
});

test("a lean canvas is begun, a kind of one's own is made, and both take notes", async ({ open }) => {
  const { page, isAccessible } = await open();
  await moveIn(page, demo);
  await page.keyboard.press("Control+4");
  await deed(page, "New canvas…");
  const dialog = page.getByRole("dialog", { name: "New canvas" });
  await dialog.getByRole("textbox", { name: "What is it called?" }).fill("A box for hotels");
  await dialog.getByText("Lean canvas").click();
  await isAccessible();
  await dialog.getByRole("button", { name: "Begin" }).click();
  await block(page, "Problem").focus();
  await page.keyboard.press("n");
  await page.keyboard.type("Breakfast runs out of cups");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(block(page, "Problem").getByText("Breakfast runs out of cups")).toBeVisible();
  await expect(page.getByText("Lean Canvas, Ash Maurya", { exact: false })).toBeVisible();
  await isAccessible();

  await deed(page, "New canvas…");
  await dialog.getByRole("button", { name: "A kind of your own…" }).click();
  const kind = page.getByRole("dialog", { name: "A kind of your own" });
  await kind.getByRole("textbox", { name: "What is it called?" }).fill("Promises and proofs");
  for (const [i, name] of ["Promise", "Proof", "Next"].entries()) await kind.getByRole("listitem").nth(i).getByRole("textbox", { name: "Name" }).fill(name);
  await isAccessible();
  await kind.getByRole("button", { name: "Save" }).click();
  await dialog.getByRole("textbox", { name: "What is it called?" }).fill("For the fair");
  await expect(dialog.getByRole("radio", { name: /Promises and proofs/ })).toBeChecked();
  await dialog.getByRole("button", { name: "Begin" }).click();
  await block(page, "Proof").focus();
  await page.keyboard.press("n");
  await page.keyboard.type("They tell friends");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(block(page, "Proof").getByText("They tell friends")).toBeVisible();
});
