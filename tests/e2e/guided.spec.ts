/** The guided mode and the presentation of the canvas over the real core (M090–M105): by keyboard alone, with three notes and with 150. */
import type { Page } from "@playwright/test";
import { expect, test } from "./bridge";

const passphrase = "harbour lights tinker seven";

const question = (page: Page, text: string) => expect(page.getByRole("heading", { level: 1, name: text })).toBeVisible();
const block = (page: Page, name: string) => page.getByRole("group", { name, exact: true });
const notes = (page: Page, name: string) => block(page, name).locator("[data-note] bdi");

/** Presses Tab until the focus is where one wants it. */
async function tabTo(page: Page, name: string) {
  const wanted = page.getByRole("button", { name }).or(page.getByRole("textbox", { name }));
  for (let tries = 0; tries < 40; tries += 1) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluateAll((all) => all.some((one) => one === document.activeElement))) return;
  }
  throw new Error(`Tab does not come to ${name}`);
}

async function enter(page: Page) {
  await page.reload();
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.getByRole("navigation", { name: "Rooms" })).toBeVisible();
  await page.keyboard.press("Control+4");
}

test("a founder fills the three blocks by keyboard alone, one question a screen, and locks in between", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await call("vault", "create", { passphrase });
  await call("people", "create", { name: "Marisol Reyes", relation: "dedicated" });
  await enter(page);
  await expect(block(page, "Customer segments")).toBeFocused();
  await page.keyboard.press("g");
  await question(page, "For whom do we want to create value?");
  await expect(page.getByRole("textbox", { name: /^Answer:/ })).toBeFocused();
  await isAccessible();
  await page.keyboard.type("For firms whose morning goes wrong when a shelf is empty.");
  await tabTo(page, "A new note in Customer segments");
  for (const text of ["Neighbourhood cafés", "Clinics"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
  await expect(page.getByRole("region", { name: "Notes on the sheet" }).getByRole("listitem")).toHaveCount(2);
  await page.keyboard.press("Control+Enter");

  await question(page, "Who are the most relevant customers?");
  await page.keyboard.type("Whoever comes back.");
  await page.keyboard.press("PageDown");
  await question(page, "Who are the traditional ones?");
  await tabTo(page, "Don’t know yet");
  await page.keyboard.press("Enter");
  await question(page, "Is there a better way to group them?");
  await tabTo(page, "A new note in Customer segments");
  await page.keyboard.type("By sea");
  await page.keyboard.press("Control+l");

  // What was typed was kept in the vault, and one goes on where one was.
  await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await page.keyboard.press("Enter");
  await expect(notes(page, "Customer segments")).toHaveText(["Neighbourhood cafés", "Clinics", "Not known yet: Who are the traditional ones?"]);
  await expect(page.getByRole("region", { name: "Riskiest assumptions" }).getByText("Not known yet: Who are the traditional ones?")).toBeVisible();
  await page.keyboard.press("g");
  await question(page, "Is there a better way to group them?");
  await expect(page.getByRole("textbox", { name: "A new note in Customer segments" })).toHaveValue("By sea");
  await page.keyboard.press("PageDown");

  await question(page, "How will we communicate with the customer?");
  await page.keyboard.type("By phone, before the doors open.");
  await tabTo(page, "A new note in Channels");
  await page.keyboard.type("Phone");
  await page.keyboard.press("Enter");
  for (let n = 0; n < 4; n += 1) await page.keyboard.press("PageDown");
  await question(page, "What kind of relationship with each one?");
  await tabTo(page, "A new note in Customer relationships");
  await page.keyboard.type("A person of one’s own.");
  await page.keyboard.press("Enter");
  for (let n = 0; n < 3; n += 1) await page.keyboard.press("PageDown");

  await question(page, "How you serve your customers");
  await expect(page.getByText(/^We serve/)).toHaveText(/We serve \W?Neighbourhood cafés\W? and \W?Clinics\W? through \W?Phone\W? with \W?A person of one’s own\W?\.$/);
  await expect(page.getByRole("region", { name: "Still open" }).getByRole("button")).toHaveCount(7);
  await isAccessible();
  await page.emulateMedia({ colorScheme: "dark" });
  await isAccessible();
  await page.setViewportSize({ width: 680, height: 430 });
  await isAccessible();
  await page.keyboard.press("Escape");
  await expect(notes(page, "Channels")).toHaveText(["Phone"]);
  await expect(notes(page, "Customer relationships")).toHaveText(["A person of one’s own."]);
});

test("a question that was not known is answered: its note is put away, and one step brings it back", async ({ open }) => {
  const { page, call, isAccessible } = await open();
  await call("vault", "create", { passphrase });
  await enter(page);
  await page.getByRole("button", { name: "Guide me" }).click();
  await question(page, "For whom do we want to create value?");
  await page.getByRole("button", { name: "Don’t know yet" }).click();
  await question(page, "Who are the most relevant customers?");
  await page.keyboard.press("PageUp");
  await question(page, "For whom do we want to create value?");
  await expect(page.getByText(/^Not known yet: it stands on the sheet/)).toBeVisible();
  await page.getByRole("button", { name: "Example answers" }).click();
  await expect(page.getByText(/^Made up, from firms that do not exist/)).toBeVisible();
  await isAccessible();
  await page.getByRole("textbox", { name: /^Answer:/ }).fill("For cafés.");
  await page.keyboard.press("Control+Enter");
  const toast = page.getByText(/^Put away “.*Not known yet/);
  await expect(toast).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await page.keyboard.press("Escape");
  await expect(notes(page, "Customer segments")).toHaveText(["Not known yet: For whom do we want to create value?"]);
});

const texts = ["Neighbourhood cafés that open before seven and close late", "Regional clinics", "Donaudampfschifffahrtsgesellschaft für Zusammenarbeit", "مقهى الحي القديم", "Supplies before they run out"];
const sizes = [{ width: 1360, height: 860 }, { width: 960, height: 600 }, { width: 680, height: 430 }];

for (const count of [3, 150]) {
  test(`presents ${count} notes: each stands whole on a slide, in every size, light and dark`, async ({ open }) => {
    test.setTimeout(180_000);
    const { page, call, isAccessible } = await open();
    await call("vault", "create", { passphrase });
    const blocks = ["segments", "segments", "segments", "channels", "value", "relationships", "costs"];
    for (let n = 0; n < count; n += 1) await call("canvas", "addNote", { block: blocks[n % blocks.length], text: `${n}: ${texts[n % texts.length]}` });
    await enter(page);
    await expect(page.locator("[data-note]")).toHaveCount(count);
    for (const size of sizes) {
      await page.setViewportSize(size);
      // Who wants no motion gets a very short one of every change: what is measured must not be in the midst of it.
      await page.emulateMedia({ reducedMotion: size.width === 960 ? "no-preference" : "reduce" });
      await page.getByRole("button", { name: "What else?" }).click();
      await page.getByRole("menuitem", { name: "Present" }).click();
      const show = page.getByRole("dialog", { name: /^Presentation of/ });
      const seen: string[] = [];
      for (let slides = 0; slides < 60 && (await show.getByRole("heading", { level: 2 }).count()) === 1; slides += 1) {
        const cut = await show.locator("ul:not([aria-hidden]) > li").evaluateAll((all) => {
          const stage = all[0]?.parentElement?.getBoundingClientRect();
          return all.filter((one) => {
            const box = one.getBoundingClientRect();
            return !stage || box.top < stage.top - 1 || box.bottom > stage.bottom + 1 || box.left < stage.left - 1 || box.right > stage.right + 1 || one.scrollWidth > one.clientWidth + 1;
          }).length;
        });
        expect(cut, "no note is cut").toBe(0);
        seen.push(...(await show.locator("ul:not([aria-hidden]) > li bdi").allTextContents()));
        if (slides === 0) await isAccessible();
        await page.keyboard.press(slides % 2 === 0 ? "ArrowRight" : "Space");
      }
      expect(seen.map((text) => Number.parseInt(text, 10)).sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, n) => n));
      // The whole sheet: what does not find room is counted.
      await expect(show.getByRole("heading", { level: 2 })).toHaveCount(9);
      const [shown, more] = await show.evaluate((all) => [all.querySelectorAll("li").length, [...all.querySelectorAll("section > p")].reduce((sum, one) => sum + (/one more/.test(one.textContent ?? "") ? 1 : Number(/\d+/.exec(one.textContent ?? "")?.[0])), 0)]);
      expect((shown ?? 0) + (more ?? 0)).toBe(count);
      if (count === 3) expect(more).toBe(0);
      await page.emulateMedia({ colorScheme: "dark" });
      await isAccessible();
      await page.emulateMedia({ colorScheme: "light" });
      await page.keyboard.press("Home");
      await expect(show.getByText(/^1 of /)).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(show).toHaveCount(0);
    }
  });
}
