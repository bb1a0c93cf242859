/** How sure one is of a note: the words for it, and the mark on notes that are not proved. */
import { useLingui } from "@lingui/react/macro";
import { CircleHelp, TriangleAlert } from "lucide-react";
import type { Evidence } from "../../bindings/Evidence";
import type { Note } from "../../bindings/Note";
import { join } from "../../components/join";
import css from "./versions.module.css";

export const evidences: readonly Evidence[] = ["unsaid", "assumption", "observed", "supported", "contradicted", "decided"];

export function useEvidenceWords(): (evidence: Evidence) => string {
  const { t } = useLingui();
  const words: Record<Evidence, string> = {
    unsaid: t`not said`, assumption: t`assumption`, observed: t`observed`, supported: t`supported`, contradicted: t`contradicted`, decided: t`decided`,
  };
  return (evidence) => words[evidence];
}

/** Only what asks for a look is marked: most notes stay quiet. */
export function SureMark({ note }: { note: Note }) {
  const words = useEvidenceWords();
  const { evidence } = note.judgement;
  if (evidence !== "assumption" && evidence !== "contradicted") return null;
  const Icon = evidence === "assumption" ? CircleHelp : TriangleAlert;
  return <span className={join(css.sure, evidence === "contradicted" && css.against)}><Icon size={12} strokeWidth={2} aria-hidden />{words(evidence)}</span>;
}
