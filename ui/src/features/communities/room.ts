/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { UsersRound } from "lucide-react";
import type { Room } from "../../frame/room";

export const communities: Room = { name: "communities", label: msg`Communities`, icon: UsersRound, path: "/communities", go: "communities.go", place: "main" };
