/** A thank-you in the real window: whom to thank stands on Today, the letter becomes a card in a file, and the card is read back. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { until } from "./webdriver.mjs";
import { start, steps } from "./window.mjs";

const PASSPHRASE = "copper lantern seldom orchard";
const folder = mkdtempSync(path.join(tmpdir(), "rapport-cards-"));
const file = path.join(folder, "card.pdf");

let window;
before(async () => (window = await start({ env: { RAPPORT_DIALOG: file } })), { timeout: 120_000 });
after(async () => {
  await window?.close();
  rmSync(folder, { recursive: true, force: true });
});

const step = steps(() => window, "cards");
const shown = () => window.run("return document.body.innerText");
const says = (what, pattern) => until(what, async () => pattern.test(await shown()));

step("somebody bought for the first time, and Today says to thank them", async () => {
  const { recoveryCode } = await window.call("vault", "create", { passphrase: PASSPHRASE });
  await window.call("vault", "confirmRecovery", { code: recoveryCode });
  await window.call("settings", "save", { ...(await window.call("settings", "get")), sender: { name: "Jo Alder", email: "jo@alder.example", organisation: "Alder & Vale", solo: true } });
  const reaches = [{ kind: "email", value: "ana@ruiz.example" }, { kind: "address", value: "Calle 5 de Mayo 12\n68000 Oaxaca" }];
  const { row } = await window.call("people", "create", { name: "Ana Ruiz", given: "Ana", reaches });
  await window.call("purchases", "save", { person: row.id, amount: 1250, currency: "EUR", item: "a box of cups" });
  await window.find("navigation", "Rooms");
  await window.run("location.hash = '#/'");
  await says("Today says so", /bought for the first time: .*a box of cups/);
  await window.isAccessible();
  await window.isWithinRules();
  await window.picture("cards-today");
  const letter = await window.call("drafts", "start", { person: row.id, kind: "thankYou" });
  await window.call("drafts", "save", { id: letter.row.id, subject: "Thank you", text: "Dear Ana,\n\nThank you for the box of cups that you carried home yourself.\n\nJo Alder" });
  await window.run("location.hash = arguments[0]", `#/drafts/${letter.row.id}`);
});

step("the letter is put on paper, and its pages are looked at", async () => {
  await window.click(await window.find("button", "On paper"));
  await until("the card or a stop is there", async () => /On the front|Stop: look at this first/.test(await shown()));
  assert.match(await shown(), /On the front/, "nothing stops this letter");
  await until("its page is drawn", () => window.run("return Boolean(document.querySelector('[role=dialog] img[alt^=\"Page 1 of 2\"]'))"));
  await window.isAccessible();
  await window.isWithinRules();
  await window.picture("cards-dialog");
});

step("the card is in the file, for its owner only, and says what the letter says", async () => {
  await window.click(await window.find("button", "Save…"));
  await until("the file is there", () => existsSync(file) && statSync(file).size > 0);
  assert.equal(statSync(file).mode & 0o777, 0o600, "nobody else may read it");
  const { pages, text } = JSON.parse(execFileSync(process.env.RAPPORT_PAPER, [file], { encoding: "utf8" }));
  assert.equal(pages, 2, "outside and inside");
  const read = text.replace(/\s/g, "");
  for (const words of ["Thank you", "Alder & Vale", "Thank you for the box of cups that you carried home yourself."]) {
    assert.ok(read.includes(words.replace(/\s/g, "")), `${words}: ${text}`);
  }
});

step("afterwards one is asked whether it went, and nobody waits to be thanked", async () => {
  await window.click(await window.find("button", "It went"));
  await says("it went", /It went on/);
  await window.run("location.hash = '#/'");
  await until("nobody waits", async () => !/a box of cups/.test(await shown()) && /Today/.test(await shown()));
});
