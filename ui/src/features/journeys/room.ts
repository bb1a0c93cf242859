/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { Route } from "lucide-react";
import type { Room } from "../../frame/room";

export const journeys: Room = { name: "journeys", label: msg`Journeys`, icon: Route, path: "/journeys", go: "journeys.go", place: "main" };
