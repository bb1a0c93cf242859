/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { LayoutGrid } from "lucide-react";
import type { Room } from "../../frame/room";

export const canvas: Room = { name: "canvas", label: msg`Canvas`, icon: LayoutGrid, path: "/canvas", go: "canvas.go", place: "main" };
