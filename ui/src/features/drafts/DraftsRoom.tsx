/** The list of letters and the one that is open; begins one when it is asked to. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { PenLine } from "lucide-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "../../components/controls/Button";
import { SplitPane } from "../../components/layout/SplitPane";
import { EmptyState, Notice } from "../../components/layout/States";
import { doAction } from "../../frame/actions";
import { keyedActions } from "../../frame/keys";
import type { CommandFailure } from "../../host/failure";
import { useSentence } from "../../strings/sentences";
import { useStart } from "./actions";
import { Desk } from "./Desk";
import css from "./drafts.module.css";
import { kindIn } from "./kinds";
import { LetterList } from "./LetterList";
import { letter, letters } from "./queries";

export interface Beginning {
  /** To whom; null asks. */
  person: string | null;
  /** As it stands in the address. */
  kind: unknown;
}

export interface DraftsRoomProps {
  at?: string | undefined;
  beginning?: Beginning;
  /** Null: none in particular. */
  onOpen: (id: string | null) => void;
}

export function DraftsRoom({ at, beginning, onOpen }: DraftsRoomProps) {
  const { t } = useLingui();
  const sentence = useSentence();
  const all = useQuery(letters);
  const rows = all.data ?? [];
  const id = at ?? (beginning ? undefined : rows[0]?.id);
  const notBegun = useBeginning(beginning, onOpen);
  const failure = all.error ?? notBegun;
  return (
    <SplitPane list={<LetterList rows={rows} active={id} onOpen={onOpen} />} listLabel={t`Drafts`} filled>
      {failure !== null && <div className={css.pad}><Notice tone="danger">{sentence(failure)}</Notice></div>}
      {id && <Open key={id} id={id} onGone={() => onOpen(null)} />}
      {!id && all.data && rows.length === 0 && !beginning && (
        <EmptyState title={t`No letters yet`} text={t`A letter begins with a person and a reason. It is filled with what you know of them, the coach reads along while you write, and you send it yourself: Rapport never does.`}>
          <Button kind="primary" icon={PenLine} keys={keyedActions["drafts.new"].keys} onPress={() => doAction("drafts.new")}><Trans>Start a letter</Trans></Button>
        </EmptyState>
      )}
    </SplitPane>
  );
}

/** Begins the letter the address asks for, once, and goes to it. */
function useBeginning(beginning: Beginning | undefined, onOpen: (id: string | null) => void): CommandFailure | null {
  const start = useStart();
  const begun = useRef("");
  const asked = beginning ? `${beginning.person ?? ""} ${String(beginning.kind ?? "")}` : "";
  const begin = useEffectEvent(() => {
    if (!beginning) begun.current = "";
    if (!beginning || begun.current === asked) return;
    begun.current = asked;
    const kind = kindIn(beginning.kind);
    if (beginning.person !== null) start.mutate({ person: beginning.person, kind }, { onSuccess: (draft) => onOpen(draft.row.id) });
    else {
      doAction("drafts.new", { kind });
      onOpen(null);
    }
  });
  useEffect(() => begin(), [asked]);
  return start.error;
}

function Open({ id, onGone }: { id: string; onGone: () => void }) {
  const sentence = useSentence();
  const { data, error } = useQuery(letter(id));
  if (data) return <Desk draft={data} onGone={onGone} />;
  return error ? <div className={css.pad}><Notice tone="danger">{sentence(error)}</Notice></div> : null;
}
