/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { MessageCircleQuestion } from "lucide-react";
import type { Room } from "../../frame/room";
import { openDoubts } from "./queries";

export const feedback: Room = {
  name: "feedback",
  label: msg`Feedback`,
  icon: MessageCircleQuestion,
  path: "/feedback",
  go: "feedback.go",
  place: "main",
  useCount: () => useQuery(openDoubts(0)).data?.total,
};
