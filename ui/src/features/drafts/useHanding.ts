/** Handing a letter over: to the mail program, the clipboard or a file. Nothing is sent by it. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Draft } from "../../bindings/Draft";
import type { HandedOver } from "../../bindings/HandedOver";
import type { HandingWay } from "../../bindings/HandingWay";
import { toasts } from "../../components/overlays/toasts";
import { doAction } from "../../frame/actions";
import { toFailure } from "../../host/failure";
import { shell } from "../../host/shell";
import { useSentence } from "../../strings/sentences";
import { useDidNotGo, useHandOver } from "./actions";
import { copyLater } from "./copyLater";
import { fileNameOf, offerLetter } from "./offerFile";

/** What stands in the way. */
export type Hindrance = { why: "stopped"; way: HandingWay } | { why: "tooLong" } | { why: "files" } | { why: "noAddress" } | { why: "clipboard"; text: string };

export interface Handing {
  hindrance: Hindrance | null;
  isPending: boolean;
  handOver: (way: HandingWay, reason?: string) => Promise<void>;
  /** One step back. */
  leave: () => void;
}

export function useHanding(draft: Draft, keep: () => Promise<void>): Handing {
  const { t } = useLingui();
  const sentence = useSentence();
  const run = useHandOver();
  const didNotGo = useDidNotGo();
  const [hindrance, setHindrance] = useState<Hindrance | null>(null);

  const keepFile = async (eml: string) => {
    const { subject, person, status } = draft.row;
    // A file that was not written is no letter that left: then nobody is asked whether it went.
    const stays = () => status === "writing" && didNotGo.mutate(draft);
    try {
      const { isKept, path } = await offerLetter(eml, fileNameOf(subject || person.name, "eml"), t`Save the letter as a file`, t`Letter`);
      if (!isKept) stays();
      else if (path) toasts.say(t`The letter is in the file`, { action: { label: t`Open it`, run: () => open(path) } });
    } catch (thrown) {
      stays();
      throw thrown;
    }
  };
  const open = (path: string) => void shell.openFile(path).catch((thrown: unknown) => toasts.say(sentence(thrown), { tone: "danger" }));
  const hand = async (way: HandingWay, reason?: string) => {
    await keep();
    return run.mutateAsync({ id: draft.row.id, way, ...(reason && { reason }) });
  };
  const finish = async (way: HandingWay, { mailto, eml, text }: HandedOver, copied: Promise<void> | null) => {
    if (way === "mailto") {
      if (mailto === null) return setHindrance({ why: draft.attachments.length > 0 ? "files" : "tooLong" });
      return shell.openMailto(mailto);
    }
    if (way === "print") {
      const { id, person, status } = draft.row;
      // A card that was not printed is no letter that left.
      return void doAction("press.letter", { draft: id, people: [person], kind: draft.row.kind === "thankYou" ? "card" : "letter", onClosed: (printed) => !printed && status === "writing" && didNotGo.mutate(draft) });
    }
    if (way === "eml" && eml !== null) return keepFile(eml);
    try {
      await copied;
      toasts.say(t`The letter is in the clipboard`);
    } catch {
      setHindrance({ why: "clipboard", text });
    }
  };
  const handOver = async (way: HandingWay, reason?: string) => {
    setHindrance(null);
    const handing = hand(way, reason);
    const copied = way === "copy" ? copyLater(handing.then(({ text }) => text)) : null;
    copied?.catch(() => undefined); // Looked at below, when the letter could be handed over at all.
    try {
      await finish(way, await handing, copied);
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (failure.code === "optedOut" || (failure.code === "invalid" && failure.details.field === "letter")) setHindrance({ why: "stopped", way });
      else if (failure.code === "invalid" && failure.details.field === "to") setHindrance({ why: "noAddress" });
      else toasts.say(sentence(failure), { tone: "danger" });
    }
  };
  return { hindrance, isPending: run.isPending, handOver, leave: () => setHindrance(null) };
}
