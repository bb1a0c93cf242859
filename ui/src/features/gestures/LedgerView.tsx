/** The ledger: what was given, the last one first, and how giving has felt. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Gift } from "lucide-react";
import { useState } from "react";
import type { Gesture } from "../../bindings/Gesture";
import { Button } from "../../components/controls/Button";
import { EmptyState, Notice } from "../../components/layout/States";
import { doAction } from "../../frame/actions";
import { keyedActions } from "../../frame/keys";
import { useSentence } from "../../strings/sentences";
import { GestureDialog } from "./GestureDialog";
import { GestureRow } from "./GestureRow";
import css from "./gestures.module.css";
import { MoodLine } from "./MoodLine";
import { ledger } from "./queries";

const PAGE = 50;
const MOST = 500;

export function LedgerView() {
  const { t } = useLingui();
  const sentence = useSentence();
  const [limit, setLimit] = useState(PAGE);
  const [editing, edit] = useState<Gesture | null>(null);
  const { data, error } = useQuery(ledger(limit));
  if (error) return <Notice tone="danger">{sentence(error)}</Notice>;
  if (!data) return null;
  if (data.total === 0)
    return (
      <EmptyState title={t`Nothing was given yet`} text={t`A cake for an opening, a card by hand, a bag on the house: write down what you give, what it cost and how it was taken. Each person has a small budget that nobody needs to ask for; beyond it, a reason is kept.`}>
        <Button kind="primary" icon={Gift} keys={keyedActions["gestures.give"].keys} onPress={() => doAction("gestures.give")}><Trans>Note a gesture</Trans></Button>
      </EmptyState>
    );
  return (
    <div className={css.view}>
      <MoodLine />
      <ul className={css.list} aria-label={t`What was given`}>
        {data.items.map((gesture) => (
          <li key={gesture.id}><GestureRow gesture={gesture} onEdit={() => edit(gesture)} /></li>
        ))}
      </ul>
      {data.total > data.items.length && limit < MOST && <div><Button onPress={() => setLimit(Math.min(MOST, limit * 4))}><Trans>Show more</Trans></Button></div>}
      <GestureDialog opened={editing && { gesture: editing }} onClose={() => edit(null)} />
    </div>
  );
}
