/** The real window opens on its first screen, whole: painted, accessible, within its rules of content security. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./window.mjs";

let window;
before(async () => (window = await start()), { timeout: 120_000 });
after(() => window?.close());

test("shows the first screen", async () => {
  await window.isPainted();
  await window.isAccessible();
  await window.isWithinRules();
  await window.picture("first-screen");
});

test("refuses code, networks and pages that are not its own", async () => {
  assert.equal(await window.run("try { return eval('1') } catch { return 'refused' }"), "refused");
  const reach = "const done = arguments[0]; fetch('http://127.0.0.1:9/').then(() => done('reached'), () => done('refused'))";
  assert.equal(await window.runAsync(reach), "refused");
  await window.run("const a = document.createElement('a'); a.href = 'data:text/html,elsewhere'; document.body.append(a); a.click(); a.remove()");
  await window.run("window.open('https://example.org/')");
  assert.match(await window.run("return location.href"), /^tauri:\/\/localhost(\/|$)/);
  assert.equal(await window.run("return typeof window.__TAURI__"), "undefined");
});

test("gives the page no more of its host than the list says", async () => {
  const ask = "const [command, done] = arguments; window.__TAURI_INTERNALS__.invoke(command).then(() => done('done'), (e) => done(String(e.code ?? e)))";
  for (const command of ["plugin:window|close", "plugin:dialog|open", "plugin:opener|open_url", "plugin:notification|notify", "nowhere"]) {
    assert.match(await window.runAsync(ask, command), /not allowed/, command);
  }
});

test("opens no address and no file but a message", async () => {
  const ask = "const [command, input, done] = arguments; window.__TAURI_INTERNALS__.invoke(command, input).then(() => done('done'), (e) => done(e.code))";
  assert.equal(await window.runAsync(ask, "open_mailto", { url: "https://example.org" }), "invalid");
  assert.equal(await window.runAsync(ask, "open_file", { path: "/bin/sh" }), "invalid");
});
