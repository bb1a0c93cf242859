/** One line of the ledger: what was given, to whom, what it cost, and how it was taken. */
import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Pencil, Trash2 } from "lucide-react";
import type { Gesture } from "../../bindings/Gesture";
import { Button } from "../../components/controls/Button";
import { Felt } from "../../components/marks/Felt";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { moneyText } from "../../frame/money";
import { feelingOf, useFeelingWords } from "../../strings/feelings";
import { useRemoveGesture } from "./actions";
import css from "./gestures.module.css";
import { MoodPick } from "./MoodPick";
import { useSortName } from "./words";

export interface GestureRowProps {
  gesture: Gesture;
  onEdit: () => void;
  /** Whose page it stands on needs no name. */
  bare?: boolean;
}

export function GestureRow({ gesture, onEdit, bare = false }: GestureRowProps) {
  const { t } = useLingui();
  const format = useFormat();
  const sortName = useSortName();
  const { word } = useFeelingWords();
  const remove = useRemoveGesture();
  const { person, what, sort, cost, currency, digits, day, decidedBy, asRole, note, overReason, felt, feltWord } = gesture;
  const name = isolated(what);
  const who = isolated(decidedBy);
  const role = isolated(asRole);
  return (
    <div className={css.row}>
      <span className={css.felt}>{felt !== null && <Felt value={feelingOf(felt)} word={word(feelingOf(felt), feltWord)} />}</span>
      <div className={css.words}>
        <p className={css.what}>
          <bdi>{what}</bdi>
          {!bare && <> · <Link to="/people/$personId" params={{ personId: person.id }} className={css.who}><bdi>{person.name}</bdi></Link></>}
        </p>
        <div className={css.facts}>
          <span>{format.day(day)}</span>
          <span>{sortName(sort)}</span>
          {felt !== null && <span>{word(feelingOf(felt), feltWord)}</span>}
          {decidedBy && <span>{t`decided by ${who}`}</span>}
          {asRole && <span>{t`given as ${role}`}</span>}
          <MoodPick gesture={gesture} />
        </div>
        {note && <p className={css.note}><bdi>{note}</bdi></p>}
        {overReason && <p className={css.over}><span className={css.label}>{t`Beyond the budget:`}</span> <bdi>{overReason}</bdi></p>}
      </div>
      <span className={css.amount}>{cost === null ? <span className={css.quiet}>{t`no cost`}</span> : moneyText(format.region, cost, currency, digits)}</span>
      <span className={css.deeds}>
        <Button kind="quiet" size="s" icon={Pencil} aria-label={t`Change: ${name}`} onPress={onEdit} />
        <Button kind="quiet" size="s" icon={Trash2} aria-label={t`Remove: ${name}`} onPress={() => remove.mutate(gesture)} />
      </span>
    </div>
  );
}
