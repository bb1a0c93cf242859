/** How the page is tested in Chromium, over the real core behind the bridge. */
import { defineConfig } from "@playwright/test";
import { launchOptions } from "./start.mjs";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../../test-results/e2e",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: "chromium",
    viewport: { width: 1360, height: 860 },
    locale: "en-GB",
    trace: "retain-on-failure",
    launchOptions,
  },
});
