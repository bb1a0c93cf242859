/** Takes pictures of every screen into the folder `shots`: the demonstration book, an empty one, and one of difficult names. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { calm, cards, demo, go, looks, moveIn, names, screens, wear } from "./screens.mjs";
import { launchOptions, NOW, startBridge } from "./start.mjs";

const OUT = path.join(import.meta.dirname, "../../shots");
/** `npm run shots -w tests -- drafts today`: only these. */
const only = process.argv.slice(2);
const isWanted = (name) => only.length === 0 || only.includes(name);

const browser = await chromium.launch(launchOptions);
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

/** Opens a page over a vault of its own, and ends all of it afterwards. */
async function withPage(use) {
  const home = mkdtempSync(path.join(tmpdir(), "rapport-shots-"));
  const bridge = await startBridge(path.join(home, "Alder & Vale.rapport"), home, { RAPPORT_NOW: NOW });
  const page = await (await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Madrid" })).newPage();
  try {
    await page.clock.setFixedTime(NOW);
    await page.goto(bridge.url);
    await use(page, home);
  } finally {
    await page.close();
    await bridge.end();
    rmSync(home, { recursive: true, force: true });
  }
}

async function take(page, name, open) {
  if (!isWanted(name.split(".")[1])) return;
  for (const look of looks) {
    await wear(page, look);
    await calm(page);
    await open(page);
    // Until what is shown stands still: fonts are there, nothing is read any more.
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState("networkidle").catch(() => {});
    await page.waitForTimeout(250);
    await page.screenshot({ path: path.join(OUT, `${name}.${look.name}.png`), animations: "disabled", caret: "hide" });
  }
}

const all = async (page, book) => {
  for (const [name, open] of Object.entries(screens)) await take(page, `${book}.${name}`, open);
};

try {
  await withPage(async (page, home) => {
    await take(page, "empty.create", (it) => it.getByRole("heading", { level: 1 }).waitFor());
    await moveIn(page);
    for (const name of ["today", "people", "segments", "canvas", "templates", "exchange"]) await take(page, `empty.${name}`, screens[name]);
    await take(page, "empty.drafts", (it) => go(it, "#/drafts"));
    await take(page, "empty.import", async (it) => {
      await go(it, "#/exchange");
      const another = it.getByRole("button", { name: "Another file" });
      if (await another.count()) await another.click();
      await it.getByLabel("Path of the file").fill(cards(home));
      await it.keyboard.press("Enter");
      await it.getByRole("heading", { name: /Left out|Read in part/ }).waitFor();
    });
  });
  await withPage(async (page) => {
    await moveIn(page, demo);
    await all(page, "demo");
    await take(page, "demo.locked", async (it) => {
      if (await it.getByRole("navigation").count()) await it.keyboard.press("Control+l");
      await it.getByRole("button", { name: "Unlock" }).waitFor();
    });
  });
  await withPage(async (page) => {
    await moveIn(page, names);
    for (const name of ["today", "people", "person", "drafts", "templates", "log", "palette"]) await take(page, `names.${name}`, screens[name]);
  });
} finally {
  await browser.close();
}
