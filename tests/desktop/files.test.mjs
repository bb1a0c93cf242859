/** What leaves the real window as a file: a letter and the book, written where the dialog says, for their owner only. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { until } from "./webdriver.mjs";
import { start } from "./window.mjs";

const PASSPHRASE = "copper lantern seldom orchard";
const folder = mkdtempSync(path.join(tmpdir(), "rapport-files-"));
const file = path.join(folder, "out.eml");

let window;
before(async () => (window = await start({ env: { RAPPORT_DIALOG: file } })), { timeout: 120_000 });
after(async () => {
  await window?.close();
  rmSync(folder, { recursive: true, force: true });
});

const call = (...asked) => window.call(...asked);
const shown = () => window.run("return document.body.innerText");
const mode = () => statSync(file).mode & 0o777;

test("a letter is saved as a file where the dialog says", { timeout: 120_000 }, async () => {
  const { recoveryCode } = await call("vault", "create", { passphrase: PASSPHRASE });
  await call("vault", "confirmRecovery", { code: recoveryCode });
  await call("settings", "save", { ...(await call("settings", "get")), sender: { name: "Jo Alder", email: "jo@alder.example", organisation: "", solo: true } });
  const ana = await call("people", "create", { name: "Ana Ruiz", given: "Ana", reaches: [{ kind: "email", value: "ana@ruiz.example" }] });
  const letter = await call("drafts", "start", { person: ana.row.id, kind: "other" });
  await call("drafts", "save", { id: letter.row.id, subject: "Thank you: 2/3", text: "Dear Ana,\n\nThank you for Tuesday. Shall we meet on the 3rd?\n\nYours,\nJo Alder" });
  await window.run("location.hash = arguments[0]", `#/drafts/${letter.row.id}`);
  await window.click(await window.find("button", "Save as file"));
  await until("the file is said to be there", async () => /The letter is in the file/.test(await shown()));
  assert.match(readFileSync(file, "utf8"), /^X-Unsent: 1/m);
  assert.match(readFileSync(file, "utf8"), /ana@ruiz\.example/);
  assert.equal(mode(), 0o600, "nobody else may read it");
  await window.isWithinRules();
  await window.picture("letter-saved");
});

test("the letter is copied", { timeout: 60_000 }, async () => {
  await window.click(await window.find("button", "Copy"));
  await until("it says so", async () => /The letter is in the clipboard|The clipboard is closed/.test(await shown()));
  assert.match(await shown(), /The letter is in the clipboard/);
});

test("the book is exported where the dialog says", { timeout: 60_000 }, async () => {
  await window.run("location.hash = '#/exchange'");
  await window.click(await window.find("button", "Export…"));
  await until("it says so", async () => /people written/.test(await shown()));
  assert.match(readFileSync(file, "utf8"), /^BEGIN:VCARD/);
  assert.equal(mode(), 0o600);
  await window.isWithinRules();
});
