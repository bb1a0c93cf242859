/** A block of the sheet with its notes. It has one place among the arrow keys itself, so that an empty one can be reached. */
import { useLingui } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import type { BlockPlan } from "../../bindings/BlockPlan";
import type { Note } from "../../bindings/Note";
import { Button } from "../../components/controls/Button";
import { join } from "../../components/join";
import css from "./canvas.module.css";
import { NoteCard } from "./NoteCard";
import { NoteEditor } from "./NoteEditor";
import type { Place } from "./notes";
import type { SheetDeeds, SheetState } from "./useSheet";
import { useCanvasWords } from "./words";

export interface BlockBoxProps {
  plan: BlockPlan;
  notes: readonly Note[];
  state: SheetState;
  /** Where the note that is dragged would go. */
  over: Place | null;
  heldId: string | null;
  deeds: SheetDeeds;
}

export function BlockBox({ plan, notes, state, over, heldId, deeds }: BlockBoxProps) {
  const { t } = useLingui();
  const words = useCanvasWords();
  const { block, area } = plan;
  const name = words.block(block);
  const spot = { block, note: null };
  const isHere = state.spot.block === block;
  const adds = state.adding?.block === block ? state.adding : null;
  const editor = adds && (
    <li className={css.note} key="new">
      <NoteEditor
        key={adds.count}
        label={t`A new note in ${name}`}
        keep={`new-${block}`}
        text=""
        onSave={(text, next) => deeds.saveNew(text, adds, next)}
        onLeave={() => deeds.leave()}
      />
    </li>
  );
  const at = adds ? notes.findIndex((note) => note.id === adds.after) : -1;
  const cards = notes.map((note) => (
    <NoteCard
      key={note.id}
      note={note}
      isCurrent={isHere && state.spot.note === note.id}
      isLinked={state.linked.has(note.id)}
      isEdited={state.editing === note.id}
      isHeld={heldId === note.id}
      isMarked={over?.block === block && over.before === note.id}
      deeds={deeds}
    />
  ));
  if (editor) cards.splice(at < 0 ? cards.length : at + 1, 0, editor);
  return (
    <section
      role="group"
      aria-labelledby={`block-${block}`}
      tabIndex={isHere && state.spot.note === null ? 0 : -1}
      data-block={block}
      data-spot={block}
      className={join(css.block, plan.aside && css.aside, isHere && css.here, over?.block === block && css.over)}
      style={{ gridColumn: `${area.column} / span ${area.columns}`, gridRow: `${area.row} / span ${area.rows}` }}
      onFocus={(event) => event.target === event.currentTarget && deeds.goTo(spot)}
      onDoubleClick={(event) => event.target === event.currentTarget && deeds.add(spot)}
    >
      <div className={css.blockHead}>
        <h2 id={`block-${block}`} className={css.blockName}>{name}</h2>
        <Button kind="quiet" size="s" icon={Plus} className={css.plus} aria-label={t`Add a note to ${name}`} onPress={() => deeds.add(spot)} excludeFromTabOrder />
      </div>
      {cards.length > 0 && <ul className={join(css.notes, over?.block === block && over.before === null && css.markedEnd)}>{cards}</ul>}
      {cards.length === 0 && <p className={css.hint}>{words.hint(block)}</p>}
    </section>
  );
}
