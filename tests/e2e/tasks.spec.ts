/** What is to be done, over the real core: added from a person by a key, ticked and taken back, the whole list, a date that became a task. */
import { expect, test } from "./bridge";
import { demo, go, moveIn } from "./screens.mjs";

test("a promise is noted from a person by A, done, taken back by Undo, and found in the whole list", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await moveIn(page, async () => undefined);
  const { row } = (await call("people", "create", { name: "Ana Ruiz", given: "Ana" })) as { row: { id: string } };
  await go(page, `#/people/${row.id}`);
  await expect(page.getByRole("heading", { name: "Ana Ruiz" })).toBeVisible();
  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog", { name: "Add a task" });
  await expect(dialog.getByRole("combobox", { name: "For whom" })).toHaveValue("Ana Ruiz");
  await page.keyboard.type("Send the price list");
  await dialog.getByRole("radio", { name: "Today" }).press("Space");
  await dialog.getByRole("checkbox", { name: "They were told of it" }).press("Space");
  await isAccessible();
  await dialog.getByRole("textbox", { name: "What is to be done" }).press("Enter");
  await expect(dialog).toHaveCount(0);
  const hers = page.getByRole("list", { name: "To do for Ana Ruiz" });
  await expect(hers.getByText("Send the price list")).toBeVisible();
  await expect(hers.getByText("promised")).toBeVisible();
  await hers.getByRole("checkbox", { name: "To do: Send the price list" }).press("Space");
  await expect(page.getByText("Nothing is promised or planned.")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(hers.getByText("Send the price list")).toBeVisible();

  await page.keyboard.press("Control+1");
  await expect(page.getByRole("list", { name: "Promised" }).getByText("Send the price list")).toBeVisible();
  await page.keyboard.press("Control+Shift+a");
  await expect(page.getByRole("heading", { level: 1, name: "To do" })).toBeVisible();
  await page.getByRole("checkbox", { name: "To do: Send the price list" }).press("Space");
  await expect(page.getByRole("heading", { name: "Nothing is to be done" })).toBeVisible();
  await page.getByRole("tab", { name: "Done" }).click();
  await page.getByRole("button", { name: /^What came of it/ }).press("Enter");
  await page.keyboard.type("She ordered the larger box");
  await page.keyboard.press("Enter");
  await expect(page.getByText("She ordered the larger box")).toBeVisible();
  await isAccessible();
});

test("rows are walked, changed and removed by keys, and the focus stays in the list", async ({ open }) => {
  const { page } = await open();
  await moveIn(page, demo);
  await page.keyboard.press("Control+Shift+a");
  // Today has a list of that name too, and is left only when the page of tasks is there.
  await expect(page.getByRole("heading", { level: 1, name: "To do" })).toBeVisible();
  const list = page.getByRole("list", { name: "To do" });
  const boxes = list.getByRole("checkbox");
  await expect(boxes.nth(2)).toBeVisible();
  const all = await boxes.count();
  await boxes.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(boxes.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Change the task" });
  await dialog.getByRole("textbox", { name: "What is to be done" }).fill("Introduce them in person");
  await page.keyboard.press("Enter");
  await expect(list.getByText("Introduce them in person")).toBeVisible();
  await boxes.nth(1).focus();
  await page.keyboard.press("Delete");
  await expect(boxes).toHaveCount(all - 1);
  await expect(boxes.nth(1)).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(boxes).toHaveCount(all);
});

test("the day to look at a segment again is a task, and leaves with the day in one step", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await moveIn(page, demo);
  await go(page, "#/segments");
  await page.getByRole("option", { name: /Clinics/ }).click();
  await page.getByRole("tab", { name: "Plan" }).click();
  await page.getByRole("group", { name: "Look again on" }).getByRole("spinbutton").first().focus();
  await page.keyboard.type("09012031");
  await page.getByRole("tab", { name: "Plan" }).focus();
  await expect(page.getByText("It stands among what is to be done", { exact: false })).toBeVisible();
  await isAccessible();
  const dates = async () => ((await call("promises", "list", { aboutKind: "segment" })) as { items: { due: string }[] }).items.map(({ due }) => due);
  expect(await dates()).toEqual(["2031-01-09"]);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("It stands among what is to be done", { exact: false })).toHaveCount(0);
  expect(await dates()).toEqual([]);
});
