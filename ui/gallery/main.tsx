/** Every component on one page, for looking at while developing. Not part of the built window. `gallery.html#today|person|parts|list|sheets`. */
import "../src/styles/fonts";
import "../src/styles/tokens.css";
import "../src/styles/base.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { I18nProvider } from "@lingui/react";
import { createRoot } from "react-dom/client";
import { followTheme } from "../src/app/theme";
import { createQueryClient } from "../src/host/news";
import { i18n, speakEnglish } from "../src/strings/catalogue";
import { List } from "./List";
import { Parts } from "./Parts";
import { Person } from "./Person";
import { Sheets } from "./Sheets";
import { Today } from "./Today";

followTheme();
speakEnglish();
const pages: Record<string, () => React.ReactNode> = { today: Today, person: Person, parts: Parts, list: List, sheets: Sheets };
const Page = pages[location.hash.slice(1)] ?? Parts;
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={createQueryClient()}><main style={{ height: "100%" }}><Page /></main></QueryClientProvider>
    </I18nProvider>,
  );
}
