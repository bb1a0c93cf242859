/** A note as others see it: what it says, what the book says about it, and whether it is only assumed. */
import { useLingui } from "@lingui/react/macro";
import { CircleHelp, TriangleAlert } from "lucide-react";
import type { CSSProperties } from "react";
import type { Note } from "../../../bindings/Note";
import { join } from "../../../components/join";
import { useHueName } from "../../../strings/hues";
import { useFigureWords } from "../Figures";
import { useEvidenceWords } from "../Sure";
import css from "./present.module.css";

export interface SlideNoteProps {
  note: Note;
  /** The first one of a column. */
  starts?: boolean;
  /** What it says and nothing more. */
  bare?: boolean;
}

export function SlideNote({ note, starts, bare }: SlideNoteProps) {
  const { t } = useLingui();
  const hueName = useHueName();
  const figures = useFigureWords();
  const sure = useEvidenceWords();
  const { hue, text } = note;
  const { evidence } = note.judgement;
  const asks = evidence === "assumption" || evidence === "contradicted";
  const Icon = evidence === "contradicted" ? TriangleAlert : CircleHelp;
  const colour = hue > 0 ? hueName(hue) : "";
  return (
    <li className={join(css.note, starts && css.starts)} style={{ "--hue": hue ? `var(--hue-${hue})` : "var(--line-strong)" } as CSSProperties}>
      <bdi className={css.text}>{text}</bdi>
      {colour !== "" && <span className="unseen">{t`, ${colour}`}</span>}
      {!bare && note.figures && <span className={css.figures}>{figures(note.figures, text)}</span>}
      {!bare && asks && <span className={css.sure}><Icon size="0.9em" strokeWidth={1.75} aria-hidden />{sure(evidence)}</span>}
    </li>
  );
}
