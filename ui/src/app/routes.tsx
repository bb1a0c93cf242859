/** Every page and its path. Pages are loaded when they are first opened. */
import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { Broken, Missing } from "./Broken";
import { Frame } from "./Frame";

const root = createRootRoute({ component: Frame, notFoundComponent: Missing });
const at = <const Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

// One page for all of them: its list stays while another letter is opened.
const drafts = createRoute({ ...at("/drafts"), component: lazyRouteComponent(() => import("../features/drafts/DraftsPage"), "DraftsPage") });

const routeTree = root.addChildren([
  createRoute({ ...at("/"), component: lazyRouteComponent(() => import("./TodayOfAll"), "TodayOfAll") }),
  createRoute({ ...at("/tasks"), component: lazyRouteComponent(() => import("../features/promises/TasksPage"), "TasksPage") }),
  createRoute({ ...at("/expectations"), component: lazyRouteComponent(() => import("../features/promises/ExpectationsPage"), "ExpectationsPage") }),
  createRoute({ ...at("/people"), component: lazyRouteComponent(() => import("../features/people/PeoplePage"), "PeoplePage") }),
  createRoute({ ...at("/people/$personId"), component: lazyRouteComponent(() => import("./PersonOfAll"), "PersonOfAll") }),
  createRoute({ ...at("/segments"), component: lazyRouteComponent(() => import("../features/segments/SegmentsPage"), "SegmentsPage") }),
  createRoute({ ...at("/canvas"), component: lazyRouteComponent(() => import("../features/canvas/CanvasPage"), "CanvasPage") }),
  createRoute({ ...at("/communities"), component: lazyRouteComponent(() => import("../features/communities/CommunitiesPage"), "CommunitiesPage") }),
  createRoute({ ...at("/journeys"), component: lazyRouteComponent(() => import("../features/journeys/JourneysPage"), "JourneysPage") }),
  createRoute({ ...at("/feedback"), component: lazyRouteComponent(() => import("../features/feedback/FeedbackPage"), "FeedbackPage") }),
  createRoute({ ...at("/gestures"), component: lazyRouteComponent(() => import("../features/gestures/GesturesPage"), "GesturesPage") }),
  createRoute({ ...at("/plans"), component: lazyRouteComponent(() => import("../features/plans/PlansPage"), "PlansPage") }),
  createRoute({ ...at("/drafts/voice"), component: lazyRouteComponent(() => import("../features/drafts/VoicePage"), "VoicePage") }),
  createRoute({ ...at("/drafts/templates"), component: lazyRouteComponent(() => import("../features/drafts/TemplatesPage"), "TemplatesPage") }),
  createRoute({ ...at("/drafts/batch/$batchId"), component: lazyRouteComponent(() => import("../features/drafts/BatchPage"), "BatchPage") }),
  drafts.addChildren([
    createRoute({ getParentRoute: () => drafts, path: "/new" }),
    createRoute({ getParentRoute: () => drafts, path: "/$draftId" }),
  ]),
  createRoute({ ...at("/exchange"), component: lazyRouteComponent(() => import("../features/exchange/ExchangePage"), "ExchangePage") }),
  createRoute({ ...at("/settings"), component: lazyRouteComponent(() => import("./SettingsPage"), "SettingsPage") }),
]);

export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultErrorComponent: Broken,
  defaultPreload: "intent",
  // A page that comes at once should not flash words about waiting.
  defaultPendingMs: 150,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
