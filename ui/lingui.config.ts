/** Where the sentences on the screen are kept: one catalogue a room, so that two rooms never edit the same file. */
import { formatter } from "@lingui/format-po";
import type { LinguiConfig } from "@lingui/conf";

const config: LinguiConfig = {
  locales: ["en"],
  sourceLocale: "en",
  format: formatter({ lineNumbers: false, origins: true }),
  catalogs: [
    { path: "<rootDir>/src/strings/{locale}/{name}", include: ["<rootDir>/src/features/{name}/"], exclude: ["**/*.test.*"] },
    {
      path: "<rootDir>/src/strings/{locale}/frame",
      include: ["<rootDir>/src/app/", "<rootDir>/src/frame/", "<rootDir>/src/strings/"],
      exclude: ["**/*.test.*"],
    },
  ],
};

export default config;
