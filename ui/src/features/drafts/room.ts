/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { PenLine } from "lucide-react";
import type { Room } from "../../frame/room";

export const drafts: Room = { name: "drafts", label: msg`Drafts`, icon: PenLine, path: "/drafts", go: "drafts.go", place: "main" };
