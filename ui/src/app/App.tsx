/** Everything around the pages: languages, reads, news, and whether the vault is open. */
import { I18nProvider as Sentences } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { I18nProvider as Region } from "react-aria-components/I18nProvider";
import { VaultGate } from "../features/vault/VaultGate";
import { regionOf } from "../frame/format";
import { tellActivity } from "../host/activity";
import { transport } from "../host/core";
import { createQueryClient, followNews } from "../host/news";
import { i18n } from "../strings/catalogue";
import { Catch } from "./Broken";
import { router } from "./routes";

const client = createQueryClient();

export function App() {
  useEffect(() => followNews(client, transport()), []);
  useEffect(() => tellActivity(), []);
  return (
    <Sentences i18n={i18n}>
      <Region locale={regionOf(i18n.locale)}>
        <QueryClientProvider client={client}>
          <Catch>
            <VaultGate><RouterProvider router={router} /></VaultGate>
          </Catch>
        </QueryClientProvider>
      </Region>
    </Sentences>
  );
}
