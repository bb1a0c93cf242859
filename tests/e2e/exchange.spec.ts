/** A file over the real core: looked at, brought in, taken back; and the book written out again. */
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "./bridge";
import { cards, moveIn } from "./screens.mjs";

test("a file is looked at, brought in with a receipt, and taken back", async ({ open }) => {
  const folder = mkdtempSync(path.join(tmpdir(), "rapport-import-"));
  try {
    const { page, call, isAccessible } = await open();
    await moveIn(page);
    await page.keyboard.press("Control+i");
    await page.getByLabel("Path of the file").fill(path.join(folder, "nothing-here.vcf"));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByRole("button", { name: "Another file" }).click();

    await page.getByLabel("Path of the file").fill(cards(folder));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("list", { name: "What will happen" })).toContainText("Ana Ruiz");
    await expect(page.getByRole("list", { name: "What will happen" })).toContainText("يوسف حداد");
    await expect(page.getByText("The card is cut off before its end.")).toBeVisible();
    expect(await call("people", "count", {})).toBe(0);
    await isAccessible();

    await page.getByRole("button", { name: "Import", exact: true }).click();
    await expect(page.getByText("It is in your book.")).toBeVisible();
    expect(await call("people", "count", {})).toBe(3);
    await isAccessible();

    await page.getByLabel("Path of the new file").fill(path.join(folder, "out.vcf"));
    await page.getByRole("button", { name: "Export…" }).click();
    await expect(page.getByText("3 people written")).toBeVisible();
    expect(readFileSync(path.join(folder, "out.vcf"), "utf8")).toContain("FN:Ana Ruiz");
    expect(statSync(path.join(folder, "out.vcf")).mode & 0o777).toBe(0o600);

    await page.getByRole("button", { name: "Undo this import" }).click();
    await expect(page.getByText("Taken back: the book is as it was before.")).toBeVisible();
    expect(await call("people", "count", {})).toBe(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
