/** The canvas over the real core: filled by keyboard, moved by mouse, bound to rules of the book, and all there after locking. */
import type { Page } from "@playwright/test";
import { expect, test } from "./bridge";

const passphrase = "harbour lights tinker seven";

const block = (page: Page, name: string) => page.getByRole("group", { name, exact: true });
const notes = (page: Page, name: string) => block(page, name).locator("[data-note] bdi");

test("a founder fills the three customer blocks by keyboard and binds a note to a new rule", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await call("vault", "create", { passphrase });
  await call("people", "create", { name: "Marisol Reyes", relation: "dedicated", tags: ["cafés"] });
  await call("people", "create", { name: "يوسف الحداد", tags: ["cafés"] });
  await page.reload();
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
  await page.keyboard.press("Control+4");
  await expect(block(page, "Customer segments")).toBeFocused();
  await isAccessible();

  await page.keyboard.press("n");
  await page.keyboard.type("Neighbourhood cafés");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Clinics");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(notes(page, "Customer segments")).toHaveText(["Neighbourhood cafés", "Clinics"]);
  await page.keyboard.press("Alt+ArrowUp");
  await expect(notes(page, "Customer segments")).toHaveText(["Clinics", "Neighbourhood cafés"]);
  await page.keyboard.press("Control+z");
  await expect(notes(page, "Customer segments")).toHaveText(["Neighbourhood cafés", "Clinics"]);

  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("b");
  await page.getByRole("dialog").getByRole("button", { name: "A new rule…" }).click();
  const made = page.getByRole("dialog", { name: "A new segment" });
  await made.getByRole("textbox", { name: "Name" }).fill("Cafés");
  await made.getByRole("button", { name: "choose a tag" }).click();
  await page.getByRole("option", { name: "cafés" }).click();
  await expect(made.getByText("Marisol Reyes, يوسف الحداد")).toBeVisible();
  await made.getByRole("button", { name: "Make the segment" }).click();
  await expect(block(page, "Customer segments").getByText("Cafés · 2 people")).toBeVisible();

  await page.keyboard.press("Escape");
  await block(page, "Channels").focus();
  await page.keyboard.press("n");
  await page.keyboard.type("Phone");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("b");
  await page.getByRole("radiogroup", { name: "Which channel is this?" }).getByText("Phone", { exact: true }).click();
  await page.getByRole("button", { name: "Bind", exact: true }).click();
  await expect(block(page, "Channels").getByText("nothing logged yet")).toBeVisible();

  await page.getByRole("button", { name: /^Answer: How will we communicate/ }).click();
  await page.keyboard.type("By phone, before eight.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: /By phone, before eight/ })).toBeVisible();

  await page.keyboard.press("Control+l");
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.keyboard.press("Enter");
  await expect(notes(page, "Customer segments")).toHaveText(["Neighbourhood cafés", "Clinics"]);
  await expect(notes(page, "Channels")).toHaveText(["Phone"]);
});

test("notes are moved by mouse and by menu, put away and brought back; the outline holds the same", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await call("vault", "create", { passphrase });
  for (const text of ["One", "Two", "Three"]) await call("canvas", "addNote", { block: "value", text });
  await call("canvas", "addNote", { block: "partners", text: "Donaudampfschifffahrtsgesellschaft für vertrauensvolle Zusammenarbeit" });
  await page.reload();
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
  await page.keyboard.press("Control+4");
  await expect(notes(page, "Value propositions")).toHaveText(["One", "Two", "Three"]);

  const from = await block(page, "Key partners").locator("[data-note]").boundingBox();
  const to = await block(page, "Value propositions").locator("[data-note]").nth(1).boundingBox();
  if (!from || !to) throw new Error("the notes are not on the screen");
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 30, { steps: 3 });
  await page.mouse.move(to.x + 20, to.y + 4, { steps: 5 });
  await page.mouse.up();
  await expect(notes(page, "Value propositions")).toHaveText(["One", /^Donau/, "Two", "Three"]);
  await expect(notes(page, "Key partners")).toHaveCount(0);

  // Esc lets go of a note without moving it.
  await page.mouse.move(to.x + 20, to.y + 4);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 10, { steps: 5 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(notes(page, "Value propositions")).toHaveCount(4);

  await block(page, "Value propositions").getByText("One").click();
  await page.keyboard.press("m");
  await page.getByRole("menuitem", { name: "Key resources" }).click();
  await expect(notes(page, "Key resources")).toHaveText(["One"]);
  await page.keyboard.press("Delete");
  await expect(notes(page, "Key resources")).toHaveCount(0);
  await page.getByRole("button", { name: "What else?" }).click();
  await page.getByRole("menuitem", { name: "1 put away" }).click();
  await page.getByRole("button", { name: "Bring back “One”" }).click();
  await page.keyboard.press("Escape");
  await expect(notes(page, "Key resources")).toHaveText(["One"]);

  await page.locator("label").filter({ has: page.getByRole("radio", { name: "As an outline" }) }).click();
  await expect(notes(page, "Value propositions")).toHaveCount(3);
  await isAccessible();
  await page.emulateMedia({ colorScheme: "dark" });
  await isAccessible();
  await page.setViewportSize({ width: 960, height: 600 });
  await isAccessible();
});

test("two versions are compared after contacts changed, and what is uncertain is found again", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await call("vault", "create", { passphrase });
  await call("people", "create", { name: "Marisol Reyes", relation: "dedicated" });
  await call("canvas", "addNote", { block: "relationships", text: "One person who knows you", binding: { to: "relation", relation: "dedicated" } });
  for (const text of ["Early mornings", "Fair prices"]) await call("canvas", "addNote", { block: "value", text });
  await page.reload();
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
  await page.keyboard.press("Control+4");
  await page.getByRole("button", { name: "version 1 · today" }).click();
  await page.getByRole("menuitem", { name: "Keep this version…" }).click();
  await page.getByRole("textbox", { name: "What is it called?" }).fill("Autumn");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "version 2 · today" })).toBeVisible();

  await call("people", "create", { name: "Teo Lindqvist", relation: "dedicated" });
  await block(page, "Value propositions").getByText("Early mornings").click();
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await page.keyboard.type(", every day");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Compare with v1" }).click();
  const side = page.getByRole("region", { name: "Since version 1" });
  await expect(side.getByText("1 person → 2 people")).toBeVisible();
  await expect(side.getByText("It said “Early mornings”")).toBeVisible();
  await expect(block(page, "Value propositions").getByText("reworded")).toBeVisible();
  await expect(block(page, "Customer relationships").getByText("numbers moved")).toBeVisible();
  await isAccessible();
  await page.emulateMedia({ colorScheme: "dark" });
  await isAccessible();
  await side.getByRole("button", { name: "Early mornings, every day" }).click();
  await page.keyboard.press("Escape");
  await expect(side).toHaveCount(0);

  await page.keyboard.press("e");
  const part = page.getByRole("region", { name: "How sure are you?" });
  await expect(part.getByRole("button").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: "assumption" }).click();
  await part.getByText("a lot", { exact: true }).click();
  await expect(page.getByRole("region", { name: "Riskiest assumptions" }).getByText("assumption · importance 3 of 3")).toBeVisible();
  await expect(block(page, "Value propositions").getByText("assumption")).toBeVisible();
  await isAccessible();
  await page.setViewportSize({ width: 960, height: 600 });
  await isAccessible();
});
