/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { ArrowDownUp } from "lucide-react";
import type { Room } from "../../frame/room";

export const exchange: Room = { name: "exchange", label: msg`Import, export`, icon: ArrowDownUp, path: "/exchange", go: "exchange.go", place: "foot" };
