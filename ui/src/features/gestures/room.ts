/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { Gift } from "lucide-react";
import type { Room } from "../../frame/room";

export const gestures: Room = { name: "gestures", label: msg`Gestures`, icon: Gift, path: "/gestures", go: "gestures.go", place: "main" };
