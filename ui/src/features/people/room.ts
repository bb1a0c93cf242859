/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { Users } from "lucide-react";
import type { Room } from "../../frame/room";

export const people: Room = { name: "people", label: msg`People`, icon: Users, path: "/people", go: "people.go", place: "main" };
