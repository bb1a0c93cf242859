/** Starts the real window on a vault of its own, drives it through WebKitWebDriver, and ends everything it started. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { test } from "node:test";
import path from "node:path";
import { openSession, until } from "./webdriver.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PICTURES = path.join(import.meta.dirname, "../../test-results/desktop");

/** The window's program. */
export function program() {
  assert.ok(process.env.RAPPORT_WINDOW, "RAPPORT_WINDOW names the window's program: run `cargo xtask test --only desktop`");
  return process.env.RAPPORT_WINDOW;
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** A home that nobody lived in before, and no bus: nothing of the machine's user is seen or changed. */
export function surroundings(home, vault, more) {
  const places = { HOME: home, XDG_CONFIG_HOME: `${home}/config`, XDG_DATA_HOME: `${home}/data`, XDG_CACHE_HOME: `${home}/cache`, XDG_RUNTIME_DIR: `${home}/run` };
  for (const place of Object.values(places)) mkdirSync(place, { recursive: true, mode: 0o700 });
  return {
    ...process.env, ...places, DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/no-bus`, NO_AT_BRIDGE: "1", GDK_BACKEND: "x11", LANG: "C.UTF-8",
    RAPPORT_VAULT: vault, RAPPORT_KDF: "floor", ...more,
  };
}

async function end(driver) {
  if (driver.exitCode === null && driver.signalCode === null) {
    const ended = once(driver, "exit");
    driver.kill("SIGTERM");
    const kill = setTimeout(() => driver.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(kill);
  }
  try {
    process.kill(-driver.pid, "SIGKILL"); // What is left of its group: a window that hangs.
  } catch {
    // Nothing was left.
  }
}

/**
 * Opens the window and waits until the page shows something.
 * @param {{ vault?: string, env?: Record<string, string> }} [options] the vault's folder (a new one by default) and more variables
 */
export async function start({ vault, env = {} } = {}) {
  const home = mkdtempSync(path.join(tmpdir(), "rapport-window-"));
  const port = await freePort();
  // A process group of its own, so that nothing it starts can be left behind.
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], {
    env: surroundings(home, vault ?? path.join(home, "Test.rapport"), { TAURI_WEBVIEW_AUTOMATION: "true", ...env }), stdio: ["ignore", "ignore", "inherit"], detached: true,
  });
  const base = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await end(driver);
    rmSync(home, { recursive: true, force: true, maxRetries: 20 });
  };
  try {
    await until("the driver answers", () => fetch(`${base}/status`).then((answer) => answer.ok, () => false));
    const session = await openSession(base, { "webkitgtk:browserOptions": { binary: program(), args: [] }, timeouts: { script: 60_000 } });
    await until("the page shows something", () => session.run("return document.querySelector('#root')?.innerText.trim().length > 0"), 60_000);
    return { ...session, ...checks(session), home, close: () => session.close().catch(() => {}).then(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Tests of which each begins where the one before ended: after one that failed the others say nothing. */
export function steps(window, name) {
  let isStuck = false;
  return (what, walk) =>
    test(what, async (t) => {
      if (isStuck) return t.skip("an earlier step failed");
      isStuck = true;
      await walk().catch(async (error) => {
        await window().picture(`${name}-stuck`);
        throw error;
      });
      isStuck = false;
    });
}

/** How many colours a picture has, as the page itself sees it. */
const COLOURS = `
  const [data, done] = arguments;
  const picture = new Image();
  picture.onload = () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.width, picture.height];
    const pen = canvas.getContext("2d");
    pen.drawImage(picture, 0, 0);
    done(new Set(new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size);
  };
  picture.onerror = () => done(0);
  picture.src = "data:image/png;base64," + data;`;

const CALL = "const [room, verb, input, done] = arguments; window.__TAURI_INTERNALS__.invoke('call', { room, verb, input }).then((a) => done(a ?? null), (e) => done({ refused: e }))";

const checks = (session) => ({
  /** Asks the core past the page; fails when it refuses. */
  async call(room, verb, input = null) {
    const answer = await session.runAsync(CALL, room, verb, input);
    assert.equal(answer?.refused, undefined, `${room}.${verb}: ${JSON.stringify(answer?.refused)}`);
    return answer;
  },
  /** Waits until these words are to be read. */
  shows: (what) => until(`the window shows ${what}`, async () => (await session.run("return document.body.innerText")).includes(what)),
  /** Presses what has this role and name. */
  use: async (role, name) => session.click(await session.find(role, name)),
  /** Saves what the window shows as test-results/desktop/NAME.png. */
  async picture(name) {
    mkdirSync(PICTURES, { recursive: true });
    const png = await session.screenshot();
    writeFileSync(path.join(PICTURES, `${name}.png`), png);
    return png;
  },
  /** Fails when the window is empty: text alone is in many colours, by its smooth edges. */
  async isPainted() {
    await until("the window is painted in more than 16 colours", async () => {
      const picture = (await session.screenshot()).toString("base64");
      return (await session.runAsync(COLOURS, picture)) > 16;
    });
  },
  /** Fails when axe finds a fault in what the window shows. */
  async isAccessible() {
    await session.run(AXE);
    // What is half faded in has half its contrast.
    // A sheet that has just come begins to move with the next frame.
    const stands = "document.getAnimations().every((one) => one.playState !== 'running')";
    await until("nothing moves any more", () => session.runAsync(`const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(${stands})))`));
    const faults = await session.runAsync("const done = arguments[0]; axe.run().then((r) => done(r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' | '))), (e) => done([String(e)]))");
    assert.deepEqual(faults, [], "axe finds nothing");
  },
  /** Fails when the page tried anything that its rules refuse (`window.rs` collects it while a test drives the window). */
  async isWithinRules() {
    assert.deepEqual(await session.run("return window.refused"), [], "nothing was refused by the rules of content security");
  },
});
