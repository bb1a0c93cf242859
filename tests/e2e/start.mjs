/** Starts the core behind the loopback bridge, on a vault folder and in a home of its own. The tests and the pictures share it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";

const PAGE = path.join(import.meta.dirname, "../../ui/dist");
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

/** How Chromium is started: the system's own, with nothing that calls home. */
export const launchOptions = {
  executablePath: process.env.RAPPORT_CHROMIUM ?? BROWSERS.find((place) => existsSync(place)),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
};

/** The day on which the demonstration book is looked at. */
export const NOW = "2026-11-23T09:00:00Z";

/**
 * @param {string} vault the vault's folder, which need not be there yet
 * @param {string} home an empty folder
 * @param {Record<string, string>} [env] more variables
 * @returns {Promise<{ url: string, end: () => Promise<void> }>}
 */
export async function startBridge(vault, home, env = {}) {
  const program = process.env.RAPPORT_BRIDGE;
  if (!program) throw new Error("RAPPORT_BRIDGE names the bridge's program: run `cargo xtask test --only e2e` or `cargo xtask shots`");
  const bridge = spawn(program, [vault, PAGE], {
    stdio: ["pipe", "pipe", "inherit"],
    // No bus: the keychain of whoever runs the tests is never asked.
    env: { ...process.env, HOME: home, XDG_DATA_HOME: home, DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/no-bus`, RAPPORT_KDF: "floor", ...env },
  });
  const exit = once(bridge, "exit");
  const ended = exit.then(() => Promise.reject(new Error("the bridge ended before it was ready")));
  ended.catch(() => {}); // Only the race below minds.
  const [line] = await Promise.race([once(createInterface(bridge.stdout), "line"), ended]);
  return {
    url: JSON.parse(line).url,
    end: async () => {
      bridge.stdin.end();
      await exit;
    },
  };
}

/**
 * Asks the core directly, past the page that is open on it.
 * @param {import("@playwright/test").Page} page
 * @returns {Promise<any>}
 */
export async function ask(page, room, verb, input = null) {
  const answer = await page.request.post(new URL(`/call/${room}/${verb}`, page.url()).href, { data: JSON.stringify(input), headers: { "content-type": "application/json" } });
  const body = await answer.json();
  if (!answer.ok()) throw new Error(`${room}.${verb}: ${JSON.stringify(body)}`);
  return body;
}
