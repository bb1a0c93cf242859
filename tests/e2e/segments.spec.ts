/** Segments and communities over the real core: a plan and a persona, how segments stand, a split and a merge, tracks, a meeting. */
import { expect, test } from "./bridge";
import { demo, go, moveIn } from "./screens.mjs";
import { NOW } from "./start.mjs";

test("a segment is planned, given a face, tried as two, and its people are led along a track", async ({ open }) => {
  test.setTimeout(120_000);
  const { page, call, isAccessible } = await open({ env: { RAPPORT_NOW: NOW } });
  await moveIn(page, demo);
  await go(page, "#/segments");
  await page.getByRole("option", { name: /Clinics/ }).click();
  await page.getByRole("tab", { name: "Plan" }).click();
  await page.getByRole("radio", { name: /^Transactional/ }).press("Space");
  await expect(page.getByRole("radio", { name: /^Transactional/ })).toBeChecked();
  await expect(page.getByText("They expect “Light”, and you serve them “Transactional”.", { exact: false })).toBeVisible();
  await isAccessible();
  await page.getByRole("tab", { name: "Personas" }).click();
  await page.getByRole("textbox", { name: "Name of a new persona" }).fill("Ada, who runs the desk");
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("article", { name: "Ada, who runs the desk" });
  await expect(sheet.getByText("a guess so far")).toBeVisible();
  await sheet.getByRole("button", { name: "Keep a quote" }).click();
  await sheet.getByRole("button", { name: /Where it was said/ }).click();
  await page.getByRole("listbox", { name: /Where it was said/ }).getByRole("option").nth(1).click();
  await sheet.getByRole("button", { name: "Keep it" }).click();
  await expect(sheet.getByText("evidence: 1")).toBeVisible();
  await isAccessible();
  await page.getByRole("tab", { name: "Health" }).click();
  await page.getByRole("button", { name: "Try a split" }).click();
  const split = page.getByRole("dialog", { name: "Try a split of Clinics" });
  await expect(split.getByText("The others", { exact: true })).toBeVisible();
  await isAccessible();
  const before = (await call("segments", "list")) as unknown[];
  await split.getByRole("textbox", { name: "What the first is called" }).fill("Lively clinics");
  await split.getByRole("button", { name: "Make two of it" }).click();
  await expect(page.getByRole("option", { name: /Lively clinics/ })).toBeVisible();
  expect(((await call("segments", "list")) as unknown[]).length).toBe(before.length + 1);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("option", { name: /Lively clinics/ })).toHaveCount(0);

  await page.getByRole("button", { name: "How they stand" }).click();
  await expect(page.getByRole("heading", { name: "How the segments stand" })).toBeVisible();
  await isAccessible();
  await page.getByRole("button", { name: /^Try as one:/ }).first().click();
  await expect(page.getByRole("dialog", { name: "Try as one segment" }).getByText("Together", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Tracks", exact: true }).click();
  await page.getByRole("button", { name: "The quiet ones" }).click();
  const track = page.getByRole("article", { name: "Those who went quiet" });
  await expect(track.getByRole("list", { name: "Steps of Those who went quiet" }).getByRole("listitem")).toHaveCount(3);
  await isAccessible();
});

test("a community meets, and two who agreed are brought together", async ({ open }) => {
  const { page, call, isAccessible } = await open({ env: { RAPPORT_NOW: NOW } });
  await moveIn(page, demo);
  await go(page, "#/communities");
  await page.getByRole("option", { name: /Second location/ }).click();
  await expect(page.getByRole("list", { name: "Who is in it" }).getByRole("listitem")).toHaveCount(4);
  await isAccessible();
  await page.getByRole("button", { name: "We met" }).click();
  const sheet = page.getByRole("dialog", { name: "We met" });
  await sheet.getByRole("textbox", { name: "What it was" }).fill("Autumn round");
  await sheet.getByRole("textbox", { name: "What was heard" }).fill("Rents go up in March");
  await isAccessible();
  await sheet.getByRole("button", { name: "Keep the meeting" }).click();
  await expect(page.getByRole("list", { name: "Meetings" }).getByText("Rents go up in March")).toBeVisible();
  const last = (await call("touchpoints", "recent", 1)) as { people: unknown[] }[];
  expect(last[0]?.people).toHaveLength(4);

  await page.getByRole("button", { name: "Who could help whom" }).click();
  await expect(page.getByRole("heading", { name: "A second location" })).toBeVisible();
  await isAccessible();
  await page.getByRole("button", { name: "Bring two together" }).first().click();
  await page.getByRole("dialog", { name: "Bring two together" }).getByRole("button", { name: "I brought them together" }).click();
  await expect(page.getByRole("heading", { name: "Brought together" })).toBeVisible();
});
