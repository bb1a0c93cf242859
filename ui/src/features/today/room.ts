/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { Sun } from "lucide-react";
import { dayOf, useNow } from "../../frame/clock";
import type { Room } from "../../frame/room";
import { waiting } from "./queries";

const useCount = () => useQuery(waiting(dayOf(useNow()))).data?.items.length;

export const today: Room = { name: "today", label: msg`Today`, icon: Sun, path: "/", go: "today.go", place: "main", useCount };
