/** Every screen of the demonstration book, light and dark, usual and small: accessible, and nothing cut off at the side. */
import { expect, test } from "./bridge";
import { calm, demo, looks, moveIn, screens, wear } from "./screens.mjs";
import { NOW } from "./start.mjs";

for (const look of looks) {
  test(`every screen is accessible: ${look.name}`, async ({ open }) => {
    test.setTimeout(180_000);
    const { page, isAccessible } = await open({ env: { RAPPORT_NOW: NOW } });
    await moveIn(page, demo);
    await wear(page, look);
    for (const [name, show] of Object.entries(screens)) {
      await test.step(name, async () => {
        await calm(page);
        await show(page);
        await isAccessible();
        const [content, width] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
        expect(content, "nothing is cut off at the side").toBeLessThanOrEqual(width);
      });
    }
  });
}

test("the palette's keys bring what they stand on into view", async ({ open }) => {
  const { page } = await open({ env: { RAPPORT_NOW: NOW } });
  await moveIn(page, demo);
  await page.setViewportSize({ width: 960, height: 600 });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("a");
  // What was found before stays until the new answers are there.
  await expect(page.getByRole("group", { name: "What was found" })).toHaveAttribute("aria-busy", "false");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("menuitem").last()).toHaveAttribute("data-focused");
  await expect(page.getByRole("menuitem").last()).toBeInViewport();
});
