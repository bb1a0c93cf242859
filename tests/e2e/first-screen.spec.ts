/** The page opens on its first screen over a core that has no vault yet. */
import { expect, test } from "./bridge";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("the first screen is whole and accessible", async ({ open }) => {
      const { page, isAccessible } = await open();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await isAccessible();
    });
  });
}

test("the first screen fits the smallest window", async ({ open, page }) => {
  await page.setViewportSize({ width: 960, height: 600 });
  await open();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const [content, width] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(content, "nothing is cut off at the side").toBeLessThanOrEqual(width);
});
