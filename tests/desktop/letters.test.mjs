/** Letters in the real window: a check-in mended and its promise tracked; a batch of sixty read one by one; an opted-out person refused; the file for mail programs. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before } from "node:test";
import { until } from "./webdriver.mjs";
import { start, steps } from "./window.mjs";

const PASSPHRASE = "copper lantern seldom orchard";
const folder = mkdtempSync(path.join(tmpdir(), "rapport-letters-"));
const file = path.join(folder, "letter.eml");
const BODY = "Dear {{ person.given }},\n\nhow is {{ organisation }} getting on with the new lamps? Shall we speak on Thursday?\n\nBest wishes,\nInes";

let window;
before(async () => (window = await start({ env: { RAPPORT_DIALOG: file, RAPPORT_NOW: "2026-11-23T09:00:00Z" } })), { timeout: 120_000 });
after(async () => {
  await window?.close();
  rmSync(folder, { recursive: true, force: true });
});

const step = steps(() => window, "letters");
const isSound = async (name) => {
  await window.isAccessible();
  await window.isWithinRules();
  await window.picture(`letters-${name}`);
};
const go = (where) => window.run("location.hash = arguments[0]", where);
const letterText = () => window.run("return document.querySelector('.cm-content')?.innerText ?? ''");
const says = (what) => until(`the letter says ${what}`, async () => (await letterText()).includes(what));
const isGone = (what) => until(`${what} is gone`, async () => !(await window.run("return document.body.innerText")).includes(what));
const toList = () => window.run("document.querySelector('[role=listbox]').focus()");

const ids = {};
let batch;

step("a book is made: sixty people of one tag, one of them opted out, one without a firm", async () => {
  const { recoveryCode } = await window.call("vault", "create", { passphrase: PASSPHRASE });
  await window.call("vault", "confirmRecovery", { code: recoveryCode });
  const settings = await window.call("settings", "get");
  await window.call("settings", "save", { ...settings, sender: { name: "Ines Vidal", email: "ines@firm.example", organisation: "Firm", solo: false } });
  for (let n = 1; n <= 60; n++) {
    const given = `${"ABCDEFGHIJ"[Math.floor((n - 1) / 6)]}${"aeiouy"[(n - 1) % 6]}lo`;
    const roles = n === 60 ? [] : [{ organisation: `Studio ${given}` }];
    const { row } = await window.call("people", "create", { name: `${given} Ruiz`, given, language: "en", tags: ["studio"], reaches: [{ kind: "email", value: `${given.toLowerCase()}@studio.example` }], roles });
    ids[n] = row.id;
  }
  await window.call("consent", "say", { person: ids[59], channel: "email", state: "optedOut", how: "on the phone" });
  const [tag] = await window.call("people", "tags");
  await window.call("segments", "save", { name: "Design studios", hue: 1, rule: { match: "one", of: { on: "tag", tag: tag.id } } });
  await window.call("drafts", "saveTemplate", { kind: "checkIn", language: "en", title: "Studios", subject: "{{ organisation }}", body: BODY });
  const { row } = await window.call("people", "create", { name: "Marisol Reyes", given: "Marisol", language: "en", reaches: [{ kind: "email", value: "marisol@cafe.example" }] });
  ids.marisol = row.id;
  await window.find("navigation", "Rooms");
});

step("a check-in is begun, the coach's fix is applied and the promise is tracked", async () => {
  const { row } = await window.call("drafts", "start", { person: ids.marisol, kind: "checkIn" });
  ids.letter = row.id;
  await window.call("drafts", "save", { id: row.id, subject: "The grinder", text: "Dear Marysol,\n\nI hope the new grinder is as quiet as we said. I will send you the price list by Friday.\n\nHow does Thursday suit you for a call?\n\nBest wishes,\nInes" });
  await go(`#/drafts/${row.id}`);
  await window.shows("The name is spelt wrong");
  await window.use("button", "Write Marisol");
  await says("Dear Marisol,");
  await isGone("The name is spelt wrong");
  await window.use("button", /^Track as a promise/);
  await window.shows("On your list");
  const { items } = await window.call("promises", "due", { day: "2026-11-27" });
  const promised = items.find((task) => task.promised);
  assert.equal(promised?.due, "2026-11-27");
  await isSound("check-in");
});

step("the letter is saved as a file that another program reads, and went", async () => {
  await window.use("button", "Save as file");
  await until("the file is there", () => existsSync(file) && statSync(file).size > 0);
  assert.equal(statSync(file).mode & 0o777, 0o600, "nobody else may read it");
  const eml = readFileSync(file, "utf8");
  assert.match(eml, /^X-Unsent: 1/m);
  assert.match(eml, /marisol@cafe\.example/);
  const read = "import sys, email, email.policy; m = email.message_from_file(open(sys.argv[1], newline=''), policy=email.policy.default); print(m['To'].addresses[0].addr_spec); print(m['Subject']); print(m.get_body(('plain',)).get_content())";
  let python = null;
  try {
    python = execFileSync("python3", ["-I", "-c", read, file], { encoding: "utf8" });
  } catch (error) {
    if (error.code !== "ENOENT") throw error; // Where there is no Python, the tests of the core have read one.
  }
  if (python !== null) assert.match(python, /marisol@cafe\.example\nThe grinder\nDear Marisol,/);
  await window.use("button", "It went");
});

step("a batch of sixty is begun from the segment's page", async () => {
  await go("#/segments");
  await window.use("button", "Write to them");
  await window.find("dialog", "Write to a segment");
  await window.use("button", /What fits each of them best/);
  await window.use("option", /^Studios/);
  await window.use("button", "Begin the letters");
  await window.shows("0 of 58 read");
  await window.shows("Held 2");
  [batch] = await window.call("drafts", "batches");
  await isSound("batch");
});

step("letters are read one by one by keyboard; one is stopped, one put aside", async () => {
  await toList();
  await says("Dear Aalo,");
  await window.press("Enter");
  await window.shows("1 of 58 read");
  await says("Dear Aelo,");
  // Somebody says no meanwhile: their row says stop, and Enter does not pass.
  await window.call("consent", "say", { person: ids[2], channel: "email", state: "optedOut" });
  await until("the row says stop", async () => (await window.run("return document.querySelector('[role=option][aria-selected=true]')?.innerText ?? ''")).includes("stop"));
  await toList();
  await window.press("Enter");
  await window.find("dialog", "Stop: look at this first");
  await isSound("stopped");
  await window.use("button", "Back to the letter");
  await until("no sheet is open", async () => (await window.elements("[role=dialog]")).length === 0);
  await toList();
  await window.press("h");
  await window.shows("Held 3");
  await says("Dear Ailo,");
  assert.equal((await window.call("drafts", "batch", { id: batch.id })).approved, 1);
});

step("who is held stands with the reason, and nobody who opted out is written to", async () => {
  await window.run("[...document.querySelectorAll('label')].find((one) => one.innerText.startsWith('Held')).click()");
  await window.shows("They asked not to be written to this way");
  await window.shows("The template asks for “Their organisation”, which the book does not have");
  await window.shows("You put it aside");
  await isSound("held");
  const letter = await window.call("drafts", "start", { person: ids[59], kind: "offer" });
  await go(`#/drafts/${letter.row.id}`);
  await window.shows("They do not want to be written to this way");
  await window.use("button", /^Open in mail/);
  await window.find("dialog", "Stop: look at this first");
  assert.equal((await window.call("drafts", "get", { id: letter.row.id })).row.status, "writing");
});
