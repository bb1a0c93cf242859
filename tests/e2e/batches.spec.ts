/** Letters to many over the real core: begun from a segment, read one by one by keyboard, held with a reason, stale, stopped. */
import { expect, test } from "./bridge";
import { makeStudios } from "./batches.mjs";
import { go, moveIn } from "./screens.mjs";
import { NOW } from "./start.mjs";

type Call = (room: string, verb: string, input?: unknown) => Promise<unknown>;
interface Batch { id: string; letters: number; approved: number; held: number }
const theBatch = async (call: Call) => ((await call("drafts", "batches")) as Batch[])[0];

test("a segment becomes letters, read and approved by keyboard, one by one", async ({ open }) => {
  const { page, call, isAccessible } = await open({ env: { RAPPORT_NOW: NOW } });
  await moveIn(page, makeStudios);
  await go(page, "#/segments");
  await expect(page.getByRole("heading", { level: 1, name: "Design studios" })).toBeVisible();
  await page.getByRole("button", { name: "Write to them" }).click();
  const sheet = page.getByRole("dialog", { name: "Write to a segment" });
  await expect(sheet.getByRole("button", { name: /Design studios/ })).toBeVisible();
  await sheet.getByRole("button", { name: /What fits each of them best/ }).click();
  await page.getByRole("option", { name: /Studios/ }).click();
  await isAccessible();
  await sheet.getByRole("button", { name: "Begin the letters" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Design studios" })).toBeVisible();
  const list = page.getByRole("listbox", { name: "Letters of the batch" });
  await expect(list.getByRole("option")).toHaveCount(4);
  await expect(page.getByText("0 of 4 read")).toBeVisible();
  await expect(list).toBeFocused();
  const letter = page.getByRole("textbox", { name: "Letter" });
  await expect(letter).toContainText("Dear Ana");
  await expect(letter).toContainText("how is Studio Ana");
  // No letter of a batch leaves before it was read.
  await expect(page.getByRole("button", { name: "Approve" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Open in mail" })).toBeHidden();
  expect(await page.getByRole("button", { name: /approve all/i }).count()).toBe(0);
  await isAccessible();

  await page.keyboard.press("j");
  await expect(letter).toContainText("Dear Ben");
  await page.keyboard.press("k");
  await expect(letter).toContainText("Dear Ana");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 of 4 read")).toBeVisible();
  await expect(letter).toContainText("Dear Ben");
  await expect(list.getByRole("option", { name: /Ana Ruiz/ })).toContainText("approved");

  // E writes, Esc goes back to the list, H puts aside.
  await page.keyboard.press("e");
  await expect(letter).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\nPS: the cable is here.");
  await page.keyboard.press("Escape");
  await expect(list).toBeFocused();
  await page.keyboard.press("h");
  await expect(list.getByRole("option")).toHaveCount(3);
  await expect(letter).toContainText("Dear Cleo");

  // What was approved can leave; what is written on it is read again.
  await page.keyboard.press("k");
  await expect(letter).toContainText("Dear Ana");
  await expect(page.getByRole("button", { name: "Open in mail" })).toBeVisible();
  await letter.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("!");
  await expect(page.getByRole("button", { name: "Approve" })).toBeVisible();
  await expect.poll(async () => (await theBatch(call))?.approved).toBe(0);
});

test("who is held stands with the reason, and gets a letter once it can be written", async ({ open }) => {
  const { page, call, isAccessible } = await open({ env: { RAPPORT_NOW: NOW } });
  let people: Record<string, string> = {};
  await moveIn(page, async (on) => {
    people = await makeStudios(on, { batch: true });
  });
  await go(page, "#/drafts");
  await page.getByRole("navigation", { name: "Batches" }).getByRole("button", { name: /Design studios/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Design studios" })).toBeVisible();
  await page.getByText("Held 3").click();
  const held = page.getByRole("list", { name: "Held" });
  await expect(held.getByRole("listitem")).toHaveCount(3);
  await expect(held).toContainText("The template asks for “Their organisation”, which the book does not have");
  await expect(held).toContainText("They asked not to be written to this way");
  await expect(held).toContainText("The book has no address for this way");
  await isAccessible();

  await page.getByRole("button", { name: "Try again: Out Ruiz" }).click();
  await expect(page.getByText(/Still no letter to/)).toBeVisible();
  await call("people", "saveRole", { person: people.Lone, organisation: "Studio Lone" });
  await page.getByRole("button", { name: "Try again: Lone Ruiz" }).click();
  await expect(held.getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: "Leave out: Far Ruiz" }).click();
  await expect(held.getByRole("listitem")).toHaveCount(1);
  await page.getByText(/^Letters \d/).click();
  await expect(page.getByRole("listbox", { name: "Letters of the batch" }).getByRole("option", { name: /Lone Ruiz/ })).toBeVisible();
});

test("a letter that became stale or that the coach stops is not approved in passing", async ({ open }) => {
  const { page, call } = await open({ env: { RAPPORT_NOW: NOW } });
  let people: Record<string, string> = {};
  await moveIn(page, async (on) => {
    people = await makeStudios(on, { batch: true });
  });
  const batch = await theBatch(call);
  await call("people", "edit", { id: people.Ana, given: "Anita" });
  await go(page, `#/drafts/batch/${batch?.id ?? ""}`);
  const list = page.getByRole("listbox", { name: "Letters of the batch" });
  await expect(list.getByRole("option", { name: /Ana Ruiz/ })).toContainText("look again");
  await expect(page.getByText("Their name, firm or address changed.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve" })).toBeDisabled();
  await page.getByRole("button", { name: "Fill again" }).click();
  const letter = page.getByRole("textbox", { name: "Letter" });
  await expect(letter).toContainText("Dear Anita");
  await expect(page.getByRole("button", { name: "Approve" })).toBeEnabled();

  await letter.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("\n[NAME]");
  await expect(list.getByRole("option", { name: /Ana Ruiz/ })).toContainText("stop");
  await page.getByRole("button", { name: "Approve" }).click();
  const stop = page.getByRole("dialog", { name: "Stop: look at this first" });
  await expect(stop).toContainText("[NAME]");
  await stop.getByRole("textbox").fill("An example they asked for");
  await stop.getByRole("button", { name: "Go on with this reason" }).click();
  await expect(page.getByText("1 of 4 read")).toBeVisible();
  await expect.poll(async () => (await theBatch(call))?.approved).toBe(1);
});
