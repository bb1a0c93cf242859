/** The worksheets in the real window: the customer blocks by keyboard, a note that counts, versions compared, the observed curve, the printed page. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { until } from "./webdriver.mjs";
import { start, steps } from "./window.mjs";

const PASSPHRASE = "copper lantern seldom orchard";
const folder = mkdtempSync(path.join(tmpdir(), "rapport-sheets-"));
const file = path.join(folder, "sheet.pdf");

let window;
before(async () => (window = await start({ env: { RAPPORT_DIALOG: file } })), { timeout: 120_000 });
after(async () => {
  await window?.close();
  rmSync(folder, { recursive: true, force: true });
});

const step = steps(() => window, "sheets");
const isSound = async (name) => {
  await window.isAccessible();
  await window.isWithinRules();
  await window.picture(`sheets-${name}`);
};
/** What a script finds, asked until it is true. */
const holds = (what, script, ...args) => until(what, () => window.run(`return Boolean(${script})`, ...args));
/** Where the keyboard is on the sheet: a block's name, or a note's id. */
const spot = () => window.run("return document.activeElement?.dataset.spot ?? ''");
const stands = (where) => until(`the keyboard stands on ${where}`, async () => (await spot()) === where);
const notesOf = (block) => window.run("return [...document.querySelectorAll(`[data-block=${arguments[0]}] [data-note] bdi`)].map((one) => one.textContent)", block);
const noDialog = () => until("no sheet is open", async () => (await window.elements("[role=dialog]")).length === 0);

/** Writes notes into the block on which the keyboard stands. */
async function write(block, texts) {
  await stands(block);
  await window.press("n");
  for (const [i, text] of texts.entries()) {
    await holds("there is a line to write on", "document.activeElement?.matches('textarea, input')");
    await window.type(text);
    await window.press("Enter");
    await until(`${text} stands there`, async () => (await notesOf(block)).length === i + 1);
  }
  await window.press("Escape");
  await holds("the line is gone", "!document.activeElement?.matches('textarea, input')");
  assert.deepEqual(await notesOf(block), texts);
  await window.press("Home");
}

step("a book is made, with two people in it", async () => {
  const { recoveryCode } = await window.call("vault", "create", { passphrase: PASSPHRASE });
  await window.call("vault", "confirmRecovery", { code: recoveryCode });
  await window.call("people", "create", { name: "Marisol Reyes", relation: "dedicated", tags: ["cafés"] });
  await window.call("people", "create", { name: "يوسف الحداد", relation: "personal", tags: ["cafés"] });
  await window.find("navigation", "Rooms");
});

step("the three customer blocks are filled by keyboard alone", async () => {
  await window.press("Control+4");
  await write("segments", ["Neighbourhood cafés", "Clinics"]);
  await window.press("ArrowLeft");
  await write("relationships", ["Somebody who knows them"]);
  for (let tries = 0; tries < 3 && (await spot()) !== "channels"; tries++) await window.press("ArrowDown");
  await write("channels", ["Phone", "Visits"]);
  await isSound("blocks");
});

step("a note is bound to a new rule and says how many fit it", async () => {
  await window.press("ArrowRight");
  await stands("segments");
  await window.press("ArrowDown");
  await until("the keyboard is on the first note", async () => (await window.run("return document.activeElement?.textContent ?? ''")).startsWith("Neighbourhood cafés"));
  await window.press("b");
  await window.use("button", "A new rule…");
  await window.find("dialog", "A new segment");
  await window.fill("Name", "Cafés");
  await window.use("button", /choose a tag/);
  await window.use("option", /^cafés/);
  await window.shows("Marisol Reyes, يوسف الحداد");
  await isSound("rule");
  await window.use("button", "Make the segment");
  await noDialog();
  await window.shows("Cafés · 2 people");
});

/** Keeps the canvas as it stands, by the menu beside its title. */
async function keep(number, label) {
  await window.use("button", `version ${number} · today`);
  await window.use("menuitem", "Keep this version…");
  await window.find("dialog", `Keep version ${number}`);
  await window.fill("What is it called?", label);
  await window.press("Enter");
  await noDialog();
  await window.find("button", `version ${number + 1} · today`);
}

step("a version is kept, contacts change, another is kept, and the two are compared", async () => {
  await keep(1, "Before the fair");
  await window.call("people", "create", { name: "Teo Lindqvist", tags: ["cafés"] });
  await window.shows("Cafés · 3 people");
  await keep(2, "After the fair");
  await window.use("button", "Compare with …");
  await window.use("menuitem", "v1 with v2");
  await window.shows("2 people → 3 people");
  assert.equal((await window.run("return document.body.innerText.match(/→/g)")).length, 1, "nothing else moved");
  await isSound("compared");
  await window.press("Escape");
  await until("it is closed", async () => !(await window.run("return document.body.innerText")).includes("2 people → 3 people"));
});

/** Logs a call from the page of a person, with how it felt, by keyboard. */
async function log(id, felt) {
  await window.run("location.hash = arguments[0]", `#/people/${id}`);
  await holds("their page is shown", "document.querySelector('main h1') && location.hash.endsWith(arguments[0])", id);
  await window.press("t");
  await window.find("dialog", "Log a touchpoint");
  await window.type(felt);
  await window.press("Control+Enter");
  await noDialog();
}

step("what is logged draws the observed curve of a journey", async () => {
  const journey = await window.call("journeys", "create", { title: "First year", stages: ["Aboard"] });
  const { stages } = await window.call("journeys", "get", { id: journey.id });
  for (const [name, channel] of [["Rings us", "phone"], ["Hears back", "email"]]) await window.call("journeys", "addStep", { stage: stages[0].id, content: { name, channel } });
  await window.press("Control+j");
  await window.shows("No touchpoint yet");
  assert.equal((await window.elements("[data-line=observed]")).length, 0, "nobody was spoken with");
  const { items } = await window.call("people", "list", { text: "Marisol" });
  await log(items[0].id, "+");
  await log(items[0].id, "-");
  await window.call("touchpoints", "log", { people: [items[0].id], channel: "email", felt: 1 });
  await window.press("Control+j");
  await until("the observed curve", async () => (await window.elements("[data-line=observed]")).length === 1);
  assert.equal((await window.elements("[data-observed]")).length, 2, "a mark a step");
  await window.shows("n 2");
  await isSound("curve");
});

step("the canvas is printed, and the page says what stands on the sheet", async () => {
  await window.press("Control+4");
  await window.shows("Somebody who knows them");
  await window.press("Control+p");
  await window.find("dialog", "Print or export");
  await holds("the first page is drawn", "document.querySelector('[role=dialog] img')?.naturalWidth > 0");
  await isSound("print");
  await window.use("button", /^Save…/);
  await noDialog();
  await until("the file is there", () => existsSync(file));
  assert.equal(statSync(file).mode & 0o777, 0o600, "nobody else may read it");
  const { pages, text } = JSON.parse(execFileSync(process.env.RAPPORT_PAPER, [file], { encoding: "utf8" }));
  assert.equal(pages, 1);
  const read = text.replace(/\s/g, "");
  for (const said of ["Customersegments", "Neighbourhoodcafés", "Cafés·3people", "Somebodywhoknowsthem", "Phone", "Visits", "Version2·Afterthefair", "Strategyzer.com,CCBY-SA3.0", "Withoutnames"]) assert.ok(read.includes(said), `${said} stands in ${text}`);
  assert.ok(!read.includes("Marisol"), "nobody is named");
});
