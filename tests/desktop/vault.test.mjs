/** The way into the book by keyboard, in the real window: make a vault, type its recovery code back, lock, unlock. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { until } from "./webdriver.mjs";
import { start } from "./window.mjs";

const PASSPHRASE = "copper lantern seldom orchard";

let window;
before(async () => (window = await start()), { timeout: 120_000 });
after(() => window?.close());

const isSound = async (name) => {
  await window.isAccessible();
  await window.isWithinRules();
  await window.picture(name);
};

test("a vault is made by keyboard", async () => {
  await window.find("heading", "Your book of customers");
  await window.fill("Passphrase", PASSPHRASE);
  await window.fill("The passphrase again", PASSPHRASE);
  await window.press("Enter");
  await window.find("heading", "Write this down");
  await isSound("recovery-code");
});

test("the recovery code is typed back", async () => {
  const [output] = await window.elements("output");
  const code = await window.textOf(output);
  assert.match(code, /[A-Z0-9]{4}/, "a code is shown");
  await window.click(await window.find("button", "I have written it down"));
  await window.fill("Recovery code", code.trim().toLowerCase());
  await window.press("Enter");
  await window.find("navigation", "Rooms");
  await until("the first room", async () => (await window.elements("main h1")).length === 1);
  await isSound("book");
});

test("the book is locked and unlocked", async () => {
  await window.click(await window.find("button", "Lock"));
  await window.find("button", "Unlock");
  await isSound("locked");
  await window.fill("Passphrase", "not the passphrase");
  await window.press("Enter");
  await until("the refusal", async () => /does not open/.test(await window.run("return document.body.innerText")));
  assert.equal((await window.elements("nav")).length, 0, "a wrong passphrase opens nothing");
  await window.fill("Passphrase", PASSPHRASE);
  await window.press("Enter");
  await window.find("navigation", "Rooms");
});
