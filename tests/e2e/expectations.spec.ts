/** What people may expect, over the real core: written down, told, reworded; a letter with another price; a complaint that holds an offer. */
import { expect, test } from "./bridge";
import { go, moveIn } from "./screens.mjs";
import { NOW } from "./start.mjs";

test("a price is written down by keys, told, reworded, and a letter with the old one is noticed", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await moveIn(page, async () => undefined);
  const { row } = (await call("people", "create", { name: "Ana Ruiz", given: "Ana", language: "en", reaches: [{ kind: "email", value: "ana@ruiz.example" }] })) as { row: { id: string } };
  await page.keyboard.press("Control+Shift+e");
  await expect(page.getByRole("heading", { level: 1, name: "What people may expect" })).toBeVisible();
  await page.getByRole("textbox", { name: "What one calls it" }).fill("Monthly box");
  await page.getByRole("textbox", { name: "What may be expected" }).fill("38 € a month");
  await page.keyboard.press("Enter");
  const list = page.getByRole("list", { name: "Expectations" });
  await expect(list.getByText("38 € a month")).toBeVisible();
  await expect(list.getByText("nobody was told")).toBeVisible();
  await isAccessible();

  await go(page, `#/people/${row.id}`);
  await page.getByRole("tab", { name: "Told" }).click();
  await page.getByRole("button", { name: "Note what they were told" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Note what they were told" });
  await dialog.getByRole("button", { name: /What they were told/ }).press("Enter");
  await page.getByRole("option", { name: /Monthly box/ }).press("Enter");
  await isAccessible();
  await dialog.getByRole("button", { name: "Note it" }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("list", { name: "What Ana Ruiz was told" }).getByText("38 € a month")).toBeVisible();

  await page.keyboard.press("Control+Shift+e");
  await list.getByRole("button", { name: /What may be expected of/ }).press("Enter");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("42 € a month");
  await page.keyboard.press("Control+Enter");
  await expect(list.getByText("42 € a month")).toBeVisible();

  const letter = (await call("drafts", "start", { person: row.id, kind: "other" })) as { row: { id: string } };
  await call("drafts", "save", { id: letter.row.id, subject: "The box", text: "Dear Ana,\n\nthe monthly box costs 40 € a month. Does Friday suit you?\n\nWarmly,\nAna" });
  await go(page, `#/drafts/${letter.row.id}`);
  await expect(page.getByText("“40 €” is not what may be expected")).toBeVisible();
  await isAccessible();
});

test("a complaint is noted from a person, and an offer waits until it is cleared", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await moveIn(page, async () => undefined);
  const { row } = (await call("people", "create", { name: "Ana Ruiz", given: "Ana", language: "en", reaches: [{ kind: "email", value: "ana@ruiz.example" }] })) as { row: { id: string } };
  await go(page, `#/people/${row.id}`);
  await expect(page.getByRole("heading", { name: "Ana Ruiz" })).toBeVisible();
  await page.keyboard.press("o");
  const dialog = page.getByRole("dialog", { name: "Note a doubt" });
  await dialog.getByRole("textbox", { name: "What are they not sure of?" }).fill("The crate stood in the rain");
  await dialog.getByRole("checkbox", { name: /They complain of it/ }).press("Space");
  await dialog.getByRole("button", { name: "Note it" }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("complaint").first()).toBeVisible();
  await isAccessible();
  const letter = (await call("drafts", "start", { person: row.id, kind: "offer" })) as { row: { id: string } };
  await go(page, `#/drafts/${letter.row.id}`);
  await expect(page.getByText("Not while a complaint is open")).toBeVisible();
});

test("what somebody was told in two ways stands side by side", async ({ open }) => {
  const { page, call, isAccessible } = await open({ env: { RAPPORT_NOW: NOW } });
  await moveIn(page, async () => undefined);
  const { row } = (await call("people", "create", { name: "נועה בן־דוד", given: "נועה" })) as { row: { id: string } };
  const day = (ago: number) => Date.parse(NOW) - ago * 86_400_000;
  for (const [ago, text] of [[60, "The machine costs 900 €."], [20, "I said that the machine costs 950 €."]] as const) {
    await call("touchpoints", "log", { people: [row.id], channel: "email", direction: "outbound", title: "The machine", text, at: day(ago) });
  }
  await page.keyboard.press("Control+Shift+e");
  await page.getByRole("tab", { name: "Told in two ways" }).click();
  const pairs = page.getByRole("list", { name: "Told in two ways" });
  await expect(pairs.getByText("900 €", { exact: true })).toBeVisible();
  await expect(pairs.getByText("950 €", { exact: true })).toBeVisible();
  await isAccessible();
});
