/** Settings over the real core: what is chosen holds at once, is kept in the vault, and changes what letters say. */
import { expect, test } from "./bridge";
import { demo, moveIn } from "./screens.mjs";
import { NOW } from "./start.mjs";

test("who signs is kept and stands below the next letter; letters need not be shortcuts", async ({ open }) => {
  const { page, call } = await open({ env: { RAPPORT_NOW: NOW } });
  await moveIn(page, demo);
  await page.keyboard.press("Control+,");
  await page.getByLabel("Name under a letter").fill("Ana Vidal");
  await page.keyboard.press("Enter");
  await expect.poll(async () => ((await call("settings", "get")) as { sender: { name: string } }).sender.name).toBe("Ana Vidal");
  const { items } = (await call("people", "list", { text: "Marisol" })) as { items: { id: string }[] };
  const draft = (await call("drafts", "start", { person: items[0]?.id, kind: "checkIn" })) as { text: string };
  expect(draft.text).toMatch(/Ana$/);

  await page.getByRole("switch", { name: /Single letters are shortcuts/ }).press("Space");
  await expect.poll(async () => ((await call("settings", "get")) as { letterKeys: boolean }).letterKeys).toBe(false);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("t");
  await expect(page.getByRole("dialog")).toBeHidden();
});
