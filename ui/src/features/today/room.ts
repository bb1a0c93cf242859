/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { Sun } from "lucide-react";
import type { Room } from "../../frame/room";

export const today: Room = { name: "today", label: msg`Today`, icon: Sun, path: "/", go: "today.go", place: "main" };
