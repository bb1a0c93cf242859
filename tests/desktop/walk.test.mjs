/** A working day in the real window, by keyboard where a key does it: bring people in, find one, log a call, write, plan, lock, and all is there. */
import assert from "node:assert/strict";
import path from "node:path";
import { after, before } from "node:test";
import { until } from "./webdriver.mjs";
import { start, steps } from "./window.mjs";

const PASSPHRASE = "copper lantern seldom orchard";
const FILE = path.join(import.meta.dirname, "../fixtures/contacts/google.vcf");
const SAID = "Delivered on time, and she laughed";
const LETTER = "Thank you for the patience with our driver.";
/** Where a room stands in the address, and its key. */
const ROOMS = [["", "Control+1"], ["people", "Control+2"], ["segments", "Control+3"], ["canvas", "Control+4"], ["journeys", "Control+j"], ["drafts", "Control+5"], ["exchange", "Control+i"], ["settings", "Control+,"]];

let window;
before(async () => (window = await start({ env: { RAPPORT_DIALOG: FILE } })), { timeout: 120_000 });
after(() => window?.close());

const shows = (what) => window.shows(what);
const press = (role, name) => window.use(role, name);

const isSound = async (name) => {
  await window.isAccessible();
  await window.isWithinRules();
  await window.picture(`walk-${name}`);
};

const step = steps(() => window, "walk");

step("a vault is made, and its code typed back", async () => {
  await window.fill("Passphrase", PASSPHRASE);
  await window.fill("The passphrase again", PASSPHRASE);
  await window.press("Enter");
  await window.find("heading", "Write this down");
  const [output] = await window.elements("output");
  const code = await window.textOf(output);
  await press("button", "I have written it down");
  await window.fill("Recovery code", code.trim());
  await window.press("Enter");
  await window.find("navigation", "Rooms");
});

step("a file that a phone wrote is looked at and imported", async () => {
  await window.press("Control+i");
  await press("button", "Choose a file…");
  await shows("Jorge Núñez");
  await isSound("preview");
  await press("button", "Import");
  await shows("It is in your book.");
  await isSound("receipt");
});

step("somebody is found by a part of the name, without its accents", async () => {
  await window.press("Control+k");
  await window.type("nunez");
  await window.find("menuitem", /Jorge Núñez/);
  await window.press("Enter");
  await window.find("heading", /Jorge Núñez/);
  await isSound("person");
});

step("a call and how it felt are logged by keyboard", async () => {
  await window.press("t");
  await window.find("dialog", "Log a touchpoint");
  await window.type("+");
  await window.press("Enter");
  await window.type(SAID);
  await isSound("log");
  await window.press("Control+Enter");
  await until("the sheet is gone", async () => (await window.elements("[role=dialog]")).length === 0);
  await shows(SAID);
});

step("a letter is written, handed over, and stands in the timeline once it went", async () => {
  await window.press("w");
  const letter = await window.find("textbox", "Letter");
  await window.click(letter);
  await window.press("Control+End");
  await window.type(LETTER);
  await shows(LETTER);
  await isSound("letter");
  await press("button", "Copy");
  await shows("Did it go?");
  await press("button", "It went");
  await press("link", "Their page");
  await window.find("heading", /Jorge Núñez/);
  await shows(LETTER);
});

step("the canvas is filled by keyboard", async () => {
  await window.press("Control+4");
  await until("the sheet has the focus", () => window.run("return document.activeElement?.dataset.spot === 'segments'"));
  await window.press("n");
  await window.type("Neighbourhood cafés");
  await window.press("Enter");
  await window.type("Clinics");
  await window.press("Enter");
  await window.press("Escape");
  await until("both notes stand", async () => (await window.elements("[data-block=segments] [data-note]")).length === 2);
  await isSound("canvas");
});

step("locked and unlocked, all of it is there", async () => {
  await window.press("Control+l");
  await window.find("button", "Unlock");
  await window.fill("Passphrase", PASSPHRASE);
  await window.press("Enter");
  await window.find("navigation", "Rooms");
  await shows("Neighbourhood cafés");
  await window.press("Control+k");
  await window.type("nunez");
  await window.find("menuitem", /Jorge Núñez/);
  await window.press("Enter");
  await shows(SAID);
  await shows(LETTER);
  assert.deepEqual(await window.run("return [...document.querySelectorAll('[role=alert]')].map((one) => one.textContent)"), []);
  await isSound("again");
});

step("every room is sound, in light and in dark", async () => {
  for (const theme of ["light", "dark"]) {
    for (const [name, chord] of ROOMS) {
      await window.press(chord);
      await until(`the room ${name}`, async () => (await window.run("return location.hash")).startsWith(`#/${name}`));
      await until("its heading", async () => (await window.elements("main h1")).length === 1);
      await window.run(`document.documentElement.dataset.theme = "${theme}"`);
      await isSound(`${name || "today"}-${theme}`);
    }
  }
});
