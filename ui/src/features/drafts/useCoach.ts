/** The coach reads along, a moment behind the typing. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { CoachReport } from "../../bindings/CoachReport";
import { coached } from "./queries";
import type { Words } from "./useLetterText";

export const READING_MS = 120;

export interface Coached {
  report: CoachReport;
  /** The text it read. */
  read: string;
}

export function useCoach(id: string, { subject, text }: Words): Coached | undefined {
  const [calm, setCalm] = useState({ subject, text });
  useEffect(() => {
    const pause = setTimeout(() => setCalm({ subject, text }), READING_MS);
    return () => clearTimeout(pause);
  }, [subject, text]);
  return useQuery(coached(id, calm.subject, calm.text)).data;
}
