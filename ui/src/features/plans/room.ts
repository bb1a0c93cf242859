/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { Compass } from "lucide-react";
import type { Room } from "../../frame/room";

export const plans: Room = { name: "plans", label: msg`Plans`, icon: Compass, path: "/plans", go: "plans.go", place: "main" };
