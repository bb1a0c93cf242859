/** Below the letter: the ways it leaves, and afterwards whether it went. */
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Check, Copy, FileDown, Printer, Send } from "lucide-react";
import { useState } from "react";
import type { CoachReport } from "../../bindings/CoachReport";
import type { Draft } from "../../bindings/Draft";
import { Button } from "../../components/controls/Button";
import { Notice } from "../../components/layout/States";
import { toasts } from "../../components/overlays/toasts";
import { useAction } from "../../frame/actions";
import { useFormat } from "../../frame/format";
import { keyedActions } from "../../frame/keys";
import { AnswerLine } from "./AnswerLine";
import { useDidNotGo, useWent } from "./actions";
import css from "./drafts.module.css";
import { Files } from "./Files";
import { HinderedDialog } from "./HinderedDialog";
import { SaveAsTemplate } from "./SaveAsTemplate";
import { useHanding } from "./useHanding";
import type { LetterText } from "./useLetterText";
import { wordCount } from "./wordCount";

export function HandBar({ draft, words, report }: { draft: Draft; words: LetterText; report: CoachReport | undefined }) {
  const { t } = useLingui();
  const format = useFormat();
  const handing = useHanding(draft, words.keep);
  const [asTemplate, setAsTemplate] = useState(false);
  const { status, changedAt } = draft.row;
  const isWriting = status === "writing";
  const isSent = status === "sent";
  const open = () => void handing.handOver("mailto");
  useAction("press.print", () => void handing.handOver("print"), !isSent && !handing.isPending);
  useAction("drafts.open", open, !isSent && !handing.isPending);
  const copySubject = () => void navigator.clipboard.writeText(words.subject).then(() => toasts.say(t`The subject is in the clipboard`), () => toasts.say(t`The clipboard is closed`, { tone: "danger" }));
  const count = wordCount(words.text, draft.language);
  const day = format.day(changedAt);
  return (
    <footer className={css.bar}>
      {status === "handedOver" && <DidItGo draft={draft} keep={words.keep} />}
      {isSent && <Notice tone="good">{t`It went on ${day}. It is kept as it was; the exchange stands on their page.`}</Notice>}
      <AnswerLine draft={draft} />
      <Files draft={draft} />
      <div className={css.deeds}>
        {!isSent && (
          <>
            <Button kind={isWriting ? "primary" : "outline"} icon={Send} keys={keyedActions["drafts.open"].keys} isPending={handing.isPending} onPress={open}><Trans>Open in mail</Trans></Button>
            <Button icon={Copy} onPress={() => void handing.handOver("copy")}><Trans>Copy</Trans></Button>
            <Button icon={FileDown} onPress={() => void handing.handOver("eml")}><Trans>Save as file</Trans></Button>
            <Button icon={Printer} onPress={() => void handing.handOver("print")}><Trans>On paper</Trans></Button>
          </>
        )}
        {!isSent && words.subject !== "" && <Button kind="quiet" onPress={copySubject}><Trans>Copy the subject</Trans></Button>}
        <Button kind="quiet" onPress={() => setAsTemplate(true)}><Trans>Save as template</Trans></Button>
        <span className={css.count}>
          {words.isKept ? null : <span className={css.unkept}>{t`writing…`}</span>}
          <Plural value={count} one="# word" other="# words" />
        </span>
      </div>
      <HinderedDialog draft={draft} report={report} handing={handing} />
      {asTemplate && <SaveAsTemplate draft={draft} words={words} onClose={() => setAsTemplate(false)} />}
    </footer>
  );
}

/** Nobody but its writer knows whether it went. */
function DidItGo({ draft, keep }: { draft: Draft; keep: () => Promise<void> }) {
  const went = useWent();
  const didNotGo = useDidNotGo();
  const tell = (run: typeof went | typeof didNotGo) => void keep().then(() => run.mutate(draft), () => undefined);
  return (
    <Notice
      tone="warn"
      end={
        <span className={css.answers}>
          <Button kind="primary" size="s" icon={Check} isPending={went.isPending} onPress={() => tell(went)}><Trans>It went</Trans></Button>
          <Button size="s" onPress={() => tell(didNotGo)}><Trans>Not yet</Trans></Button>
        </span>
      }
    >
      <strong><Trans>Did it go?</Trans></strong> <Trans>Then it is logged, and they leave Today.</Trans>
    </Notice>
  );
}
