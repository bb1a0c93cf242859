/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import type { Room } from "../../frame/room";
import { peopleCount } from "./queries";

const useCount = () => useQuery(peopleCount({})).data;

export const people: Room = { name: "people", label: msg`People`, icon: Users, path: "/people", go: "people.go", place: "main", useCount };
