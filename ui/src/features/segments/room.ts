/** What the frame knows about this room. */
import { msg } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { ChartPie } from "lucide-react";
import type { Room } from "../../frame/room";
import { segmentList } from "../../frame/segmentList";

const useCount = () => useQuery(segmentList).data?.length;

export const segments: Room = { name: "segments", label: msg`Segments`, icon: ChartPie, path: "/segments", go: "segments.go", place: "main", useCount };
