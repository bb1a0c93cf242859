/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { Settings as Wheel } from "lucide-react";
import type { Room } from "../../frame/room";

export const settings: Room = { name: "settings", label: msg`Settings`, icon: Wheel, path: "/settings", go: "settings.go", place: "foot" };
