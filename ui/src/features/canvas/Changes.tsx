/** What changed since a version that was kept: marks on the notes of the sheet, each a shape and a word. */
import { useLingui } from "@lingui/react/macro";
import { Hash, type LucideIcon, MoveRight, Palette, Pencil, Plus, Scale, Trash2 } from "lucide-react";
import { createContext, useContext } from "react";
import type { Note } from "../../bindings/Note";
import type { NoteChange } from "../../bindings/NoteChange";
import type { NoteNumbers } from "../../bindings/NoteNumbers";
import { join } from "../../components/join";
import type { Comparison } from "./comparison";
import { usePeopleWords, useShareWords } from "./Figures";
import { useEvidenceWords } from "./Sure";
import css from "./versions.module.css";
import { useCanvasWords } from "./words";

/** The comparison that is open; nothing when the sheet is shown as it is. */
export const Comparing = createContext<Comparison | null>(null);

const icons: Record<NoteChange["what"], LucideIcon> = {
  added: Plus, removed: Trash2, reworded: Pencil, moved: MoveRight, rebound: Hash, numbers: Hash, judged: Scale, detailed: Pencil, recoloured: Palette,
};

export function useChangeWords(): (change: NoteChange) => string {
  const { t } = useLingui();
  const words: Record<NoteChange["what"], string> = {
    added: t`added`, removed: t`taken away`, reworded: t`reworded`, moved: t`moved`, rebound: t`other figures`,
    numbers: t`numbers moved`, judged: t`judged anew`, detailed: t`more said`, recoloured: t`recoloured`,
  };
  return ({ what }) => words[what];
}

export function ChangeMark({ change }: { change: NoteChange }) {
  const words = useChangeWords();
  const Icon = icons[change.what];
  return <span className={join(css.mark, css[change.what])}><Icon size={12} strokeWidth={2.25} aria-hidden />{words(change)}</span>;
}

export function ChangeMarks({ note }: { note: Note }) {
  const differs = useContext(Comparing)?.notes.find((one) => one.id === note.id);
  if (!differs) return null;
  return <span className={css.marks}>{differs.changes.map((change) => <ChangeMark key={change.what} change={change} />)}</span>;
}

/** "12 people", "62 % of touchpoints · feels ▲ 1.4". */
function useNumberWords(): (numbers: NoteNumbers) => string {
  const { t } = useLingui();
  const people = usePeopleWords();
  const share = useShareWords();
  return ({ of, count, total, felt, feltN }) => {
    if (count === null) return t`not counted`;
    return of === "channel" ? share({ touches: count, of: total, felt, feltN }) : people(count);
  };
}

/** What it was before, in a line; nothing where the mark says it all. */
export function useBeforeWords(): (change: NoteChange, block: Note["block"]) => string | null {
  const { t } = useLingui();
  const words = useCanvasWords();
  const numbers = useNumberWords();
  const evidence = useEvidenceWords();
  return (change, block) => {
    switch (change.what) {
      case "reworded": {
        const before = change.before;
        return t`It said “${before}”`;
      }
      case "moved": {
        const from = words.block(change.from);
        return change.from === block ? t`To another place in its block` : t`From ${from}`;
      }
      case "numbers": {
        const [before, after] = [numbers(change.before), numbers(change.after)];
        return t`${before} → ${after}`;
      }
      case "judged": {
        const say = (of: typeof change.before, weight: number) => (weight > 0 ? `${evidence(of)}, ${weightWords(weight)}` : evidence(of));
        const [before, after] = [say(change.before, change.weighed), say(change.after, change.weighs)];
        return t`${before} → ${after}`;
      }
      default:
        return null;
    }
  };
  function weightWords(weight: number): string {
    return t`importance ${weight} of 3`;
  }
}
