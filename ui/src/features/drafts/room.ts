/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { PenLine } from "lucide-react";
import type { Room } from "../../frame/room";
import { letters } from "./queries";

/** Letters that have not gone yet. */
const useCount = () => {
  const rows = useQuery(letters).data;
  return rows?.filter((row) => row.status !== "sent").length || undefined;
};

export const drafts: Room = { name: "drafts", label: msg`Drafts`, icon: PenLine, path: "/drafts", go: "drafts.go", place: "main", useCount };
