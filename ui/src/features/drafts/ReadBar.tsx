/** Below a letter of a batch that is read: good, put aside, or to be looked at again first. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Check, Hand, RefreshCw } from "lucide-react";
import { useState } from "react";
import type { CoachReport } from "../../bindings/CoachReport";
import type { Draft } from "../../bindings/Draft";
import { Button } from "../../components/controls/Button";
import { Notice } from "../../components/layout/States";
import { toasts } from "../../components/overlays/toasts";
import { useAction } from "../../frame/actions";
import { keyedActions } from "../../frame/keys";
import { toFailure } from "../../host/failure";
import { useSentence } from "../../strings/sentences";
import { useApprove, useFillAgain, useHold, useLookAgain, useTakeIn, useWithdraw } from "./batchActions";
import { signsOf } from "./batchQueries";
import css from "./drafts.module.css";
import { useStaleWords } from "./heldWords";
import { StopDialog } from "./HinderedDialog";
import type { LetterText } from "./useLetterText";

interface ReadBarProps {
  draft: Draft;
  words: LetterText;
  report: CoachReport | undefined;
  onApproved: () => void;
}

export function ReadBar({ draft, words, report, onApproved }: ReadBarProps) {
  const { t } = useLingui();
  const sentence = useSentence();
  const staleWords = useStaleWords();
  const approve = useApprove();
  const hold = useHold();
  const lookAgain = useLookAgain();
  const fillAgain = useFillAgain();
  const withdraw = useWithdraw();
  const takeIn = useTakeIn();
  const [isStopped, setStopped] = useState(false);
  const { id } = draft.row;
  const signs = useQuery(signsOf(draft.batch?.id ?? "", [id])).data?.find((one) => one.id === id);
  const stale = signs?.stale ?? [];
  const isApproved = draft.batch?.approved === true;
  const isHeld = draft.batch?.heldWhy != null;

  const good = async (reason?: string) => {
    try {
      await words.keep();
      await approve.mutateAsync({ id, ...(reason && { reason }) });
      setStopped(false);
      onApproved();
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (failure.code === "optedOut" || failure.details.why === "stopped") setStopped(true);
      else if (failure.details.why === "stale") toasts.say(t`Something is newer than this letter. Look at it first`, { tone: "danger" });
      else toasts.say(sentence(failure), { tone: "danger" });
    }
  };
  const aside = () => void words.keep().then(() => hold.mutate({ letter: draft, why: "" }), () => undefined);
  const canRead = !isApproved && !isHeld && draft.row.status === "writing";
  useAction("batch.approve", () => void good(), canRead && !approve.isPending);
  useAction("batch.hold", aside, !isHeld && draft.row.status === "writing");
  if (draft.row.status !== "writing") return null;
  if (isHeld) return <Notice tone="warn" end={<Button size="s" onPress={() => takeIn.mutate(id)}><Trans>Take in</Trans></Button>}><Trans>This letter is put aside.</Trans></Notice>;
  return (
    <div className={css.reading}>
      {stale.length > 0 && (
        <Notice
          tone="warn"
          end={
            <span className={css.answers}>
              <Button size="s" icon={RefreshCw} onPress={() => fillAgain.mutate(draft)}><Trans>Fill again</Trans></Button>
              <Button size="s" onPress={() => lookAgain.mutate(draft)}><Trans>It still fits</Trans></Button>
            </span>
          }
        >
          <strong><Trans>Look again.</Trans></strong> {staleWords(stale).join(" ")}
        </Notice>
      )}
      {isApproved && stale.length === 0 && (
        <Notice tone="good" end={<Button size="s" onPress={() => withdraw.mutate(draft)}><Trans>Read it again</Trans></Button>}><Trans>You read it and found it good.</Trans></Notice>
      )}
      {canRead && (
        <div className={css.deeds}>
          <Button kind="primary" icon={Check} keys={keyedActions["batch.approve"].keys} isDisabled={stale.length > 0} isPending={approve.isPending} onPress={() => void good()}><Trans>Approve</Trans></Button>
          <Button icon={Hand} keys={keyedActions["batch.hold"].keys} onPress={aside}><Trans>Put aside</Trans></Button>
        </div>
      )}
      {isStopped && <StopDialog report={report} onLeave={() => setStopped(false)} onGo={(reason) => void good(reason)} />}
    </div>
  );
}
