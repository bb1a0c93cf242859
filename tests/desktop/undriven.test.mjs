/** The window as a user has it, driven by nobody: it opens, and leaves nothing on the disk but the vault and its own place. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { program, surroundings } from "./window.mjs";

const home = mkdtempSync(path.join(tmpdir(), "rapport-undriven-"));
// What the window left behind of WebKit may still be writing when the window has gone.
after(() => rmSync(home, { recursive: true, force: true, maxRetries: 20 }));

test("opens, and keeps nothing outside the vault", { timeout: 120_000 }, async () => {
  const window = spawn(program(), { env: surroundings(home, path.join(home, "Test.rapport"), { RAPPORT_ANNOUNCE: "1" }), stdio: ["ignore", "ignore", "pipe"] });
  try {
    const lines = createInterface(window.stderr);
    for await (const line of lines) if (line === "rapport: the window answers") break;
    assert.equal(window.exitCode, null, "the window is open");
  } finally {
    const ended = once(window, "exit");
    window.kill("SIGTERM");
    await ended;
  }
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const kept = files.map((entry) => path.relative(home, path.join(entry.parentPath ?? entry.path, entry.name)));
  // WebKit prepares a place that it then does not use: random salts and an empty list of hosts. Shaders of the graphics driver
  // and the list of fonts say nothing of a page.
  const ours = kept.filter((file) => !/\/salt$|hsts-storage\.sqlite$|mesa_shader_cache|fontconfig|dconf|gstreamer/.test(file));
  assert.deepEqual(ours, [], "no cache, no cookies, no storage of the page");
});
