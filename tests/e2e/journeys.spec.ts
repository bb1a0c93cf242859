/** Journeys over the real core: a map begun and filled by keyboard; what is logged draws the observed curve beside it. */
import { expect, test } from "./bridge";

test("a map is begun, filled by keyboard, and shows what was really felt once it is logged", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await call("vault", "create", { passphrase: "harbour lights tinker seven" });
  const ana = ((await call("people", "create", { name: "Ana Ruiz" })) as { row?: { id: string }; id?: string });
  await page.reload();
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
  await page.keyboard.press("Control+j");
  await expect(page.getByRole("heading", { name: "Walk the way they walk" })).toBeVisible();
  await isAccessible();
  await page.getByRole("button", { name: "Begin the map" }).click();

  const map = page.getByRole("group", { name: "The map" });
  await expect(map.getByRole("heading")).toHaveText(["Awareness", "Evaluation", "Purchase", "Delivery", "After-sales"]);
  await map.getByRole("button", { name: "Awareness", exact: true }).focus();
  await page.keyboard.press("n");
  await page.keyboard.type("Rings us");
  await page.keyboard.press("Enter");
  await expect(map.getByRole("button", { name: /^Rings us/ })).toBeVisible();
  await page.keyboard.type("Hears back");
  await page.keyboard.press("Enter");
  await expect(map.getByRole("button", { name: /^Hears back/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(map.getByRole("button", { name: /^Hears back/ })).toBeFocused();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(map.locator("[data-spot] bdi")).toHaveText(["Awareness", "Evaluation", "Purchase", "Delivery", "After-sales", "Hears back", "Rings us"]);
  await page.keyboard.press("Control+z");
  await expect(map.locator("[data-spot] bdi").last()).toHaveText("Hears back");

  for (const [name, feeling, channel] of [["Rings us", "glad", "Call"], ["Hears back", "let down", "E-mail"]] as const) {
    await map.getByRole("button", { name: new RegExp(`^${name}`) }).focus();
    await page.keyboard.press("Enter");
    const side = page.getByRole("region", { name: "The step", exact: true });
    await expect(side.getByRole("button", { name: `Name of the step: ${name}` })).toBeFocused();
    await side.getByRole("radiogroup", { name: "How it feels, as we think" }).getByRole("radio", { name: feeling }).press("Space");
    await side.getByRole("button", { name: /Through what/ }).click();
    await page.getByRole("option", { name: channel, exact: true }).click();
    await expect(side.getByRole("button", { name: /Through what/ })).toContainText(channel);
  }
  await expect(map.getByText("Falls by 2")).toBeVisible();
  await expect(map.getByText("No touchpoint yet")).toHaveCount(2);
  await expect(map.locator("[data-line=observed]")).toHaveCount(0);

  for (const [channel, felt] of [["phone", 2], ["phone", 1], ["email", -1]]) {
    await call("touchpoints", "log", { people: [ana.row?.id ?? ana.id], channel, felt });
  }
  await expect(map.getByText("n 2", { exact: true })).toBeVisible();
  await expect(map.locator("[data-observed]")).toHaveCount(2);
  await expect(map.locator("[data-line=observed]")).toHaveAttribute("d", /^M50,/);
  await expect(map.getByText("No touchpoint yet")).toHaveCount(0);
  await isAccessible();

  await page.getByRole("radio", { name: "As a table" }).press("Space");
  await expect(page.getByRole("cell", { name: "+1.5 (+1.25 to +1.75), n 2" })).toBeVisible();
  await isAccessible();
});

test("each kind of touchpoint is looked through: the rule speaks, one decides by key and says why, and it is undone", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await call("vault", "create", { passphrase: "harbour lights tinker seven" });
  const ana = ((await call("people", "create", { name: "Ana Ruiz" })) as { row?: { id: string }; id?: string });
  const { id } = (await call("journeys", "create", { title: "First year", stages: ["Aboard"] })) as { id: string };
  const { stages } = (await call("journeys", "get", { id })) as { stages: { id: string }[] };
  await call("journeys", "addStep", { stage: stages[0]?.id, content: { name: "The first call", channel: "phone" } });
  for (const felt of [-2, -1, -1, -1, 0]) await call("touchpoints", "log", { people: [ana.row?.id ?? ana.id], channel: "phone", felt });
  await page.reload();
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
  await page.keyboard.press("Control+j");
  await page.getByRole("radio", { name: "As an audit of touchpoints" }).press("Space");
  const row = page.getByRole("row", { name: /^Call/ });
  await expect(row.getByText("let down −1 (−1 to −1)")).toBeVisible();
  await expect(row.getByText("Fix it")).toBeVisible();
  await isAccessible();
  await row.getByRole("radio", { name: "Fix" }).press("Space");
  await row.getByRole("button", { name: /^Why: Call/ }).press("Enter");
  await page.keyboard.type("Nobody rings back");
  await page.keyboard.press("Control+Enter");
  await expect(row.getByRole("button", { name: "Why: Call: Nobody rings back" })).toBeVisible();
  await expect(page.getByText("Decided about 1 of 1")).toBeVisible();
  await isAccessible();
  await page.keyboard.press("Control+z");
  await expect(row.getByRole("button", { name: "Why: Call: Your reason" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Decided about 0 of 1")).toBeVisible();

  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Looked at it just now" }).click();
  await expect(page.getByText(/^last looked at on/)).toBeVisible();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Look at it again on…" }).click();
  await page.getByRole("dialog").getByRole("spinbutton").first().focus();
  await page.keyboard.type("09012027");
  await isAccessible();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/looked at on .*2027/)).toBeVisible();
});

test("steps and stages are dragged by the mouse, with a mark where they will stand, and it is undone by name", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await call("vault", "create", { passphrase: "harbour lights tinker seven" });
  const { id } = (await call("journeys", "create", { title: "First year", stages: ["Before", "After"] })) as { id: string };
  const { stages } = (await call("journeys", "get", { id })) as { stages: { id: string }[] };
  for (const name of ["One", "Two"]) await call("journeys", "addStep", { stage: stages[0]?.id, content: { name } });
  await call("journeys", "addStep", { stage: stages[1]?.id, content: { name: "Three" } });
  await page.reload();
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
  await page.keyboard.press("Control+j");
  const map = page.getByRole("group", { name: "The map" });
  const order = map.locator("[data-spot] bdi");
  await expect(order).toHaveText(["Before", "After", "One", "Two", "Three"]);
  const middle = async (name: string, part: number) => {
    const box = await map.locator("[data-spot]", { hasText: name }).boundingBox();
    if (!box) throw new Error(`${name} is not on the map`);
    return [box.x + box.width * part, box.y + 8] as const;
  };
  const drag = async (name: string, to: string, part: number) => {
    await page.mouse.move(...(await middle(name, 0.3)));
    await page.mouse.down();
    await page.mouse.move(...(await middle(to, part)), { steps: 6 });
    await expect(map.locator("[class*=mark]").first()).toBeVisible();
    await page.mouse.up();
  };
  await drag("One", "Three", 0.8);
  await expect(order).toHaveText(["Before", "After", "Two", "Three", "One"]);
  await expect(page.getByRole("region", { name: "The step", exact: true })).toHaveCount(0);
  await drag("One", "Three", 0.2);
  await expect(order).toHaveText(["Before", "After", "Two", "One", "Three"]);
  await drag("After", "Before", 0.2);
  await expect(order).toHaveText(["After", "Before", "One", "Three", "Two"]);
  for (const before of [["Before", "After", "Two", "One", "Three"], ["Before", "After", "Two", "Three", "One"], ["Before", "After", "One", "Two", "Three"]]) {
    await page.keyboard.press("Control+z");
    await expect(order).toHaveText(before);
  }
  await map.getByRole("button", { name: /^Two/ }).focus();
  await page.keyboard.press("m");
  await page.getByRole("menuitem", { name: /To the stage/ }).click();
  await expect(order).toHaveText(["Before", "After", "One", "Three", "Two"]);
  await expect(map.getByRole("button", { name: /^Two/ })).toBeFocused();
  await isAccessible();
});
