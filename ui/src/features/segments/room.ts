/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { ChartPie } from "lucide-react";
import type { Room } from "../../frame/room";

export const segments: Room = { name: "segments", label: msg`Segments`, icon: ChartPie, path: "/segments", go: "segments.go", place: "main" };
