/** What a test in Chromium starts from: a vault folder of its own, the core behind the bridge, and the page over it. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Page, test as base, expect } from "@playwright/test";
import { ask, startBridge } from "./start.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

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
      const bridge = await startBridge(place, home, env);
      ends.push(bridge.end);
      // The page's day is the core's, whatever day it is outside; its timers run on.
      if (env.RAPPORT_NOW) await page.clock.setFixedTime(env.RAPPORT_NOW);
      await page.goto(bridge.url);
      return {
        page,
        vault: place,
        call: (room, verb, input) => ask(page, room, verb, input),
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
