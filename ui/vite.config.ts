/** How the window's page is built, served while developing, and tested. */
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import { defineConfig } from "vitest/config";
import { babel } from "./build/babel.ts";

export default defineConfig({
  plugins: [{ ...optimizeLocales.vite({ locales: ["en-US"] }), enforce: "pre" }, babel(), react(), lingui()],
  clearScreen: false,
  server: {
    port: 5173,
    strictPort: true,
    host: "127.0.0.1",
    watch: { ignored: ["**/src-tauri/**", "**/target/**"] },
  },
  build: { target: "safari16", assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: true },
  test: {
    environment: "jsdom",
    setupFiles: ["src/test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    // Style sheets are not read: jsdom lays nothing out, and looking styles up makes axe slow.
    css: false,
    // Generous, because the machine that checks may be busy.
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
