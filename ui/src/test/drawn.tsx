/** Draws a component as it stands in the window: language, reads, a router, and a pretend core. */
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterContextProvider } from "@tanstack/react-router";
import { type RenderResult, render } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import type { ReactElement } from "react";
import { hostedBy } from "../host/core";
import { createQueryClient, followNews } from "../host/news";
import { i18n } from "../strings/catalogue";
import { type Answers, type PretendHost, pretendHost } from "./pretendHost";

export interface Drawn extends RenderResult {
  host: PretendHost;
  user: UserEvent;
  /** Where the router stands: links are followed, pages are not drawn. */
  where: () => string;
}

export function drawn(element: ReactElement, { answers = {}, at = "/" }: { answers?: Answers; at?: string } = {}): Drawn {
  const host = pretendHost(answers);
  hostedBy(host);
  const client = createQueryClient();
  followNews(client, host);
  const root = createRootRoute();
  const any = createRoute({ getParentRoute: () => root, path: "$" });
  const router = createRouter({ routeTree: root.addChildren([any]), history: createMemoryHistory({ initialEntries: [at] }) });
  const around = (inside: ReactElement) => (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        {/* The window's own router knows the paths; here any path will do. */}
        <RouterContextProvider router={router as never}>{inside}</RouterContextProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
  const result = render(around(element));
  return { ...result, rerender: (other) => result.rerender(around(other as ReactElement)), host, user: userEvent.setup({ delay: null }), where: () => router.latestLocation.href };
}
