/** Gestures over the real core: noted from a person, held to what may be given, taken back, and who may decide what. */
import { expect, test } from "./bridge";
import { go, moveIn } from "./screens.mjs";

test("a gesture is noted from a person by F, counts against the budget, and beyond it keeps why", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await moveIn(page, async () => undefined);
  const { row } = (await call("people", "create", { name: "Ana Ruiz", given: "Ana" })) as { row: { id: string } };
  await go(page, `#/people/${row.id}`);
  await expect(page.getByRole("heading", { name: "Ana Ruiz" })).toBeVisible();
  await page.keyboard.press("f");
  const dialog = page.getByRole("dialog", { name: "Note a gesture" });
  await expect(dialog.getByRole("combobox", { name: "For whom" })).toHaveValue("Ana Ruiz");
  await expect(dialog.getByText("€50.00 left")).toBeVisible();
  await dialog.getByRole("textbox", { name: "What it was" }).fill("A cake for the opening");
  await dialog.getByRole("textbox", { name: "What it cost" }).fill("32");
  await isAccessible();
  await dialog.getByRole("textbox", { name: "What it cost" }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("€18.00 left").first()).toBeVisible();

  await page.getByRole("button", { name: "Note a gesture for Ana Ruiz" }).press("Enter");
  await dialog.getByRole("textbox", { name: "What it was" }).fill("A machine on loan");
  await dialog.getByRole("textbox", { name: "What it cost" }).fill("40");
  await dialog.getByRole("textbox", { name: "What it cost" }).press("Enter");
  await expect(dialog.getByText("Say why, or give less.")).toBeVisible();
  await isAccessible();
  await dialog.getByRole("textbox", { name: "Why beyond what may be given?" }).fill("Theirs broke on the busiest day");
  await dialog.getByRole("button", { name: "Note it" }).press("Enter");
  await expect(dialog).toHaveCount(0);

  await page.keyboard.press("Control+8");
  await expect(page.getByRole("heading", { level: 1, name: "Gestures" })).toBeVisible();
  const list = page.getByRole("list", { name: "What was given" });
  await expect(list.getByText("Theirs broke on the busiest day")).toBeVisible();
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: /How giving felt to us: A machine/ }).press("Enter");
  await page.getByRole("option", { name: "To us: it made our day" }).press("Enter");
  await expect(page.getByText("on average, of one gesture")).toBeVisible();
  await isAccessible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("on average, of one gesture")).toHaveCount(0);
});

test("what may be given is set for everybody and for a role, and holds in the next gesture", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await moveIn(page, async () => undefined);
  const { row } = (await call("people", "create", { name: "Ben Okafor" })) as { row: { id: string } };
  await go(page, "#/gestures?view=decide");
  await page.getByRole("button", { name: "Change what may be given to anybody" }).press("Enter");
  const form = page.getByRole("form", { name: "What may be given to anybody" });
  await form.getByRole("textbox", { name: "Amount" }).fill("75");
  await form.getByRole("textbox", { name: "Amount" }).press("Enter");
  await expect(page.getByText("€75.00").first()).toBeVisible();
  await page.getByRole("textbox", { name: "A new role" }).fill("At the counter");
  await page.getByRole("textbox", { name: "A new role" }).press("Enter");
  await page.getByRole("button", { name: /^Change what .*At the counter.* may give/ }).press("Enter");
  const own = page.getByRole("form", { name: "What At the counter may give" });
  await own.getByRole("textbox", { name: "Amount" }).fill("10");
  await own.getByRole("textbox", { name: "Amount" }).press("Enter");
  await expect(page.getByText("€10.00 in 12 months")).toBeVisible();
  await isAccessible();
  await go(page, `#/people/${row.id}`);
  await expect(page.getByText("€75.00 left").first()).toBeVisible();
  await page.keyboard.press("f");
  const dialog = page.getByRole("dialog", { name: "Note a gesture" });
  await dialog.getByRole("button", { name: /Given as/ }).press("Enter");
  await page.getByRole("option", { name: "At the counter" }).press("Enter");
  await expect(dialog.getByText("€10.00 left")).toBeVisible();
});
