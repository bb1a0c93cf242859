/** Gestures over the real core: noted from a person, held to what may be given, taken back, and who may decide what. */
import { readFileSync } from "node:fs";
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

test("Today says whom to thank; the letter becomes a card on paper and is asked about", async ({ open }) => {
  const { page, call, vault, isAccessible } = await open();
  await moveIn(page, async () => undefined);
  const reaches = [{ kind: "email", value: "ana@example.org" }, { kind: "address", value: "Calle 5 de Mayo 12\n68000 Oaxaca" }];
  const { row } = (await call("people", "create", { name: "Ana Ruiz", given: "Ana", reaches })) as { row: { id: string } };
  await call("purchases", "save", { person: row.id, amount: 1250, currency: "EUR", item: "a box of cups" });
  await go(page, "#/");
  const prompts = page.getByRole("list", { name: "To thank" });
  await expect(prompts.getByText(/bought for the first time: .*a box of cups/)).toBeVisible();
  await isAccessible();
  await prompts.getByRole("button", { name: /^Write to thank/ }).press("Enter");
  await expect(page.getByRole("button", { name: "On paper" })).toBeVisible();
  await page.getByRole("button", { name: "On paper" }).press("Enter");
  const stop = page.getByRole("dialog", { name: "Stop: look at this first" });
  const paper = page.getByRole("dialog", { name: "On paper" });
  await expect(paper.or(stop)).toBeVisible();
  if (await stop.isVisible()) {
    await stop.getByRole("textbox").fill("a test");
    await stop.getByRole("button", { name: "Go on with this reason" }).press("Enter");
  }
  await expect(paper.getByRole("img", { name: "Page 1 of 2 as it will be printed" })).toBeVisible();
  await paper.getByRole("button", { name: "The next page" }).press("Enter");
  await expect(paper.getByRole("img", { name: "Page 2 of 2 as it will be printed" })).toBeVisible();
  await isAccessible();
  const file = `${vault}.card.pdf`;
  await paper.getByRole("textbox", { name: "Path of the new file" }).fill(file);
  await paper.getByRole("button", { name: /Save/ }).press("Enter");
  await expect(paper).toHaveCount(0);
  expect(readFileSync(file).subarray(0, 5).toString()).toBe("%PDF-");
  await page.getByRole("button", { name: "It went" }).press("Enter");
  await expect(page.getByText(/It went on/)).toBeVisible();
  await page.keyboard.press("Control+1");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(prompts).toHaveCount(0);
});

test("labels are put on paper for several people, and whoever has no address is named", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await moveIn(page, async () => undefined);
  await call("people", "create", { name: "Ana Ruiz", reaches: [{ kind: "address", value: "Calle 5 de Mayo 12" }] });
  await call("people", "create", { name: "Ben Okafor" });
  await go(page, "#/gestures?view=given");
  await page.getByRole("button", { name: "On paper…" }).press("Enter");
  const whom = page.getByRole("dialog", { name: "On paper: for whom?" });
  for (const name of ["Ana Ruiz", "Ben Okafor"]) {
    await whom.getByRole("combobox").fill(name);
    await page.getByRole("option", { name }).click();
    await expect(whom.getByRole("list", { name: "For whom" }).getByText(name)).toBeVisible();
  }
  await isAccessible();
  await whom.getByRole("button", { name: "Go on" }).press("Enter");
  const paper = page.getByRole("dialog", { name: "On paper" });
  await expect(paper.getByText(/No postal address in the book: .*Ben Okafor/)).toBeVisible();
  await expect(paper.getByRole("img", { name: "Page 1 of 1 as it will be printed" })).toBeVisible();
});

test("a perk is written down for a segment, given to whom it is for, refused to whom it is not, and used", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await moveIn(page, async () => undefined);
  for (const name of ["Ana Ruiz", "Ben Okafor"]) await call("people", "create", { name, stage: name === "Ana Ruiz" ? "retention" : "awareness" });
  await call("segments", "save", { name: "Loyal", hue: 1, rule: { match: "one", of: { on: "stage", stage: "retention" } } });
  await go(page, "#/gestures?view=perks");
  await page.getByRole("button", { name: "An early look at what is new" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Add a perk" });
  await dialog.getByRole("button", { name: /For whom/ }).press("Enter");
  await page.getByRole("option", { name: "Loyal" }).press("Enter");
  await isAccessible();
  await dialog.getByRole("button", { name: /Add it/ }).press("Enter");
  await expect(dialog).toHaveCount(0);
  const card = page.getByRole("group", { name: "An early look at what is new" });
  await expect(card.getByText("one more may have it")).toBeVisible();
  await card.getByRole("button", { name: /^Give / }).press("Enter");
  await card.getByRole("combobox", { name: "To whom" }).fill("Ben Okafor");
  await page.getByRole("option", { name: "Ben Okafor" }).click();
  await card.getByRole("button", { name: "Give it" }).press("Enter");
  await expect(card.getByText("They are not in the segment that this is for.")).toBeVisible();
  await isAccessible();
  await card.getByRole("button", { name: "Ana Ruiz" }).press("Enter");
  await card.getByRole("checkbox", { name: /^Used: .*Ana Ruiz/ }).press("Space");
  await expect(card.getByText("used once")).toBeVisible();
  await expect(card.getByText("nobody waits for it")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(card.getByText("used once")).toHaveCount(0);
});

test("points are gathered and spent on a person's page, and what goes together says who has the one without the other", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await moveIn(page, async () => undefined);
  const { row } = (await call("people", "create", { name: "Ana Ruiz" })) as { row: { id: string } };
  await call("purchases", "save", { person: row.id, amount: 900, currency: "EUR", item: "A grinder" });
  await go(page, "#/gestures?view=loyalty");
  await page.getByRole("textbox", { name: "A new programme" }).fill("Stamp card");
  await page.getByRole("textbox", { name: "A new programme" }).press("Enter");
  await expect(page.getByRole("group", { name: "Stamp card" })).toBeVisible();
  await isAccessible();
  await page.getByRole("tab", { name: "What goes together" }).click();
  await page.getByRole("textbox", { name: "Whoever bought" }).fill("grinder");
  await page.getByRole("textbox", { name: "may want" }).fill("brushes");
  await page.getByRole("textbox", { name: "may want" }).press("Enter");
  await expect(page.getByText(/One person has the one without the other/)).toBeVisible();
  await isAccessible();
  await go(page, `#/people/${row.id}`);
  await page.getByRole("tab", { name: "Gestures" }).click();
  await expect(page.getByRole("list", { name: "Goes with what they have" }).getByText("brushes")).toBeVisible();
  const form = page.getByRole("form", { name: "Points: Stamp card" });
  await form.getByRole("textbox", { name: "How many; below zero: spent" }).fill("5");
  await form.getByRole("textbox", { name: "What for" }).fill("a grinder");
  await form.getByRole("textbox", { name: "What for" }).press("Enter");
  await expect(page.getByText("5 points")).toBeVisible();
  await form.getByRole("textbox", { name: "How many; below zero: spent" }).fill("-6");
  await form.getByRole("textbox", { name: "What for" }).press("Enter");
  await expect(page.getByText("They do not have so many.")).toBeVisible();
  await isAccessible();
});
