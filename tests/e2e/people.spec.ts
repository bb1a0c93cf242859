/** People over the real core: filtered, picked, tagged, binned and brought back; a touchpoint logged without the mouse. */
import { expect, test } from "./bridge";
import { demo, moveIn } from "./screens.mjs";
import { NOW } from "./start.mjs";

test("people are filtered, picked, tagged, put into the bin and brought back", async ({ open }) => {
  const { page, call, isAccessible } = await open({ env: { RAPPORT_NOW: NOW } });
  await moveIn(page, demo);
  await page.keyboard.press("Control+2");
  const list = page.getByRole("listbox", { name: "People" });
  await expect(list.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("ma");
  await expect(list.getByRole("option", { name: /Marisol/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(list).toBeFocused();
  const found = Number(await call("people", "count", { text: "ma" }));
  expect(found).toBeGreaterThan(1);
  await expect(list.getByRole("option")).toHaveCount(found);

  await page.keyboard.press("Control+a");
  await expect(page.getByText(`${found} people picked`)).toBeVisible();
  await isAccessible();
  await page.getByRole("button", { name: "Tag…" }).click();
  await page.getByRole("dialog").getByRole("combobox").fill("autumn visit");
  await page.keyboard.press("Enter");
  await expect.poll(async () => ((await call("people", "tags")) as { name: string }[]).map((tag) => tag.name)).toContain("autumn visit");
  await expect(page.getByRole("dialog")).toBeHidden();

  await page.getByRole("button", { name: "To the bin" }).click();
  await expect(list.getByRole("option")).toHaveCount(0);
  expect(await call("people", "count", { text: "ma" })).toBe(0);
  await page.getByRole("log").getByRole("button", { name: "Undo" }).last().click();
  await expect(list.getByRole("option")).toHaveCount(found);
  await expect(list.getByRole("option", { name: /Marisol/ })).toBeVisible();

  await list.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await expect(page.getByText("1 person picked")).toBeVisible();
  await page.getByRole("button", { name: "To the bin" }).click();
  await expect(list.getByRole("option")).toHaveCount(found - 1);
  await page.getByRole("button", { name: "Bin 1" }).click();
  const bin = page.getByRole("listbox", { name: "People in the bin" });
  await expect(bin.getByRole("option")).toHaveCount(1);
  await bin.focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Put back into the book" }).click();
  await expect(bin.getByRole("option")).toHaveCount(0);
  expect(await call("people", "count", { text: "ma" })).toBe(found);
});

test("a touchpoint is logged by keyboard alone, and undone", async ({ open }) => {
  const { page, call } = await open({ env: { RAPPORT_NOW: NOW } });
  await moveIn(page, demo);
  const before = ((await call("touchpoints", "recent", 1)) as { id: string }[])[0]?.id;
  await page.keyboard.press("t");
  const dialog = page.getByRole("dialog", { name: "Log a touchpoint" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  // From the list of people it begins with the one that the arrows stand on.
  await page.keyboard.press("Control+2");
  await expect(page.getByRole("option", { name: /Marisol/ })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("Marisol");
  await expect(page.getByRole("listbox", { name: "People" }).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("t");
  await expect(dialog).toContainText("Marisol Reyes Ibarra");
  // One step along the channels, then Enter goes on to the words.
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Asked for the new price list");
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  const [touch] = (await call("touchpoints", "recent", 1)) as { id: string; title: string; text: string }[];
  expect(touch?.id).not.toBe(before);
  expect(`${touch?.title} ${touch?.text}`).toContain("Asked for the new price list");
  await page.keyboard.press("Control+z");
  await expect.poll(async () => ((await call("touchpoints", "recent", 1)) as { id: string }[])[0]?.id).toBe(before);
});
