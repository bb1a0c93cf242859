/** What a test in Chromium starts from: a vault folder of its own, the core behind the bridge, and the page over it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { type Page, test as base, expect } from "@playwright/test";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PAGE = path.join(import.meta.dirname, "../../ui/dist");

/** A page over its own core. */
export interface Host {
  page: Page;
  /** The vault's folder. */
  vault: string;
  /** Asks the core directly, past the page; fails when it refuses. */
  call(room: string, verb: string, input?: unknown): Promise<unknown>;
  /** Fails when axe finds a fault in what is shown. */
  isAccessible(): Promise<void>;
}

interface Fixtures {
  /** Opens the page over a new core. `vault` names a folder that is there already; `env` adds variables. */
  open(options?: { vault?: string; env?: Record<string, string> }): Promise<Host>;
}

async function startBridge(vault: string, home: string, env: Record<string, string>): Promise<{ process: ChildProcess; url: string }> {
  const program = process.env.RAPPORT_BRIDGE;
  if (!program) throw new Error("RAPPORT_BRIDGE names the bridge's program: run `cargo xtask test --only e2e`");
  const bridge = spawn(program, [vault, PAGE], {
    stdio: ["pipe", "pipe", "inherit"],
    // No bus: the keychain of whoever runs the tests is never asked.
    env: { ...process.env, HOME: home, XDG_DATA_HOME: home, DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/no-bus`, RAPPORT_KDF: "floor", ...env },
  });
  const ended = once(bridge, "exit").then(() => Promise.reject(new Error("the bridge ended before it was ready")));
  ended.catch(() => {}); // Only the race below minds.
  const [line] = (await Promise.race([once(createInterface(bridge.stdout), "line"), ended])) as [string];
  return { process: bridge, url: (JSON.parse(line) as { url: string }).url };
}

export const test = base.extend<Fixtures>({
  open: async ({ page }, use) => {
    const ends: (() => Promise<void> | void)[] = [];
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`refused by the rules: ${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    page.on("console", (message) => {
      if (message.text().startsWith("refused by the rules")) faults.push(message.text());
    });
    await use(async ({ vault, env = {} } = {}) => {
      const home = mkdtempSync(path.join(tmpdir(), "rapport-e2e-"));
      ends.push(() => rmSync(home, { recursive: true, force: true }));
      const place = vault ?? path.join(home, "Test.rapport");
      const { process: bridge, url } = await startBridge(place, home, env);
      ends.push(async () => {
        const ended = once(bridge, "exit");
        bridge.stdin?.end();
        await ended;
      });
      await page.goto(url);
      return {
        page,
        vault: place,
        call: async (room, verb, input = null) => {
          const answer = await page.request.post(new URL(`/call/${room}/${verb}`, url).href, { data: JSON.stringify(input), headers: { "content-type": "application/json" } });
          const body: unknown = await answer.json();
          expect(answer.ok(), `${room}.${verb}: ${JSON.stringify(body)}`).toBe(true);
          return body;
        },
        isAccessible: () => isAccessible(page),
      };
    });
    await page.close();
    for (const end of ends.reverse()) await end();
    expect(faults, "no error and nothing refused by the rules of content security").toEqual([]);
  },
});

async function isAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const faults = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  });
  expect(faults, "axe finds nothing").toEqual([]);
}

export { expect };
