/** The way into a vault over the real core: made, locked, opened again, and what is said when it does not open. */
import { expect, test } from "./bridge";

const passphrase = "harbour lights tinker seven";

test("a vault is made, its code typed back, locked and opened again", async ({ open }) => {
  const { page, isAccessible } = await open();
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.getByLabel("The passphrase again").fill(passphrase);
  await page.keyboard.press("Enter");

  const shown = page.getByLabel("Recovery code");
  await expect(shown).toHaveText(/^([0-9A-Z]{5}-){7}[0-9A-Z]{5}$/);
  const code = await shown.innerText();
  await isAccessible();
  await page.getByRole("button", { name: "I have written it down" }).click();
  const typed = page.getByLabel("Recovery code");
  await typed.fill(`${code.slice(0, 6)}00000${code.slice(11)}`);
  await page.keyboard.press("Enter");
  await expect(page.getByText("slip in group 2")).toBeVisible();
  await typed.fill(code.toLowerCase());
  await page.keyboard.press("Enter");

  await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
  await page.keyboard.press("Control+l");
  await page.getByLabel("Passphrase", { exact: true }).fill("not this");
  await page.keyboard.press("Enter");
  await expect(page.getByText("That does not open this vault")).toBeVisible();
  await isAccessible();
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
});

test("settings are kept in the vault, and the passphrase can be changed by Enter", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await call("vault", "create", { passphrase });
  await page.reload();
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
  await page.keyboard.press("Control+,");
  await page.getByText("Dark", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await isAccessible();

  await page.getByRole("button", { name: "Change the passphrase" }).click();
  await page.getByLabel("The passphrase now").fill(passphrase);
  await page.getByLabel("The new passphrase", { exact: true }).fill("another four odd words");
  await page.getByLabel("The new passphrase again").fill("another four odd words");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The passphrase is changed")).toBeVisible();

  await page.getByRole("button", { name: "Back up now" }).click();
  await expect(page.getByText("Backed up, and read back to be sure")).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("? lists the keys, and Esc goes back", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await call("vault", "create", { passphrase });
  await page.reload();
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await isAccessible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("settings");
  await expect(page.getByRole("menuitem").first()).toContainText("Go to Settings");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
});
