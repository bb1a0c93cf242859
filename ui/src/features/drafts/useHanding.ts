/** Handing a letter over: to the mail program, the clipboard or a file. Nothing is sent by it. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { Draft } from "../../bindings/Draft";
import type { HandedOver } from "../../bindings/HandedOver";
import type { HandingWay } from "../../bindings/HandingWay";
import { toasts } from "../../components/overlays/toasts";
import { toFailure } from "../../host/failure";
import { shell } from "../../host/shell";
import { useSentence } from "../../strings/sentences";
import { useHandOver } from "./actions";
import { offerFile } from "./offerFile";

/** What stands in the way. */
export type Hindrance = { why: "stopped"; way: HandingWay } | { why: "tooLong" } | { why: "noAddress" } | { why: "clipboard"; text: string };

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
  const [hindrance, setHindrance] = useState<Hindrance | null>(null);

  const finish = async (way: HandingWay, { mailto, eml, text }: HandedOver) => {
    if (way === "mailto") {
      if (mailto === null) return setHindrance({ why: "tooLong" });
      return shell.openMailto(mailto);
    }
    if (way === "eml" && eml !== null) return offerFile(eml, `${draft.row.subject || draft.row.person.name}.eml`);
    try {
      await navigator.clipboard.writeText(text);
      toasts.say(t`The letter is in the clipboard`);
    } catch {
      setHindrance({ why: "clipboard", text });
    }
  };
  const handOver = async (way: HandingWay, reason?: string) => {
    setHindrance(null);
    try {
      await keep();
      const handed = await run.mutateAsync({ id: draft.row.id, way, ...(reason && { reason }) });
      await finish(way, handed);
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (failure.code === "optedOut" || (failure.code === "invalid" && failure.details.field === "letter")) setHindrance({ why: "stopped", way });
      else if (failure.code === "invalid" && failure.details.field === "to") setHindrance({ why: "noAddress" });
      else toasts.say(sentence(failure), { tone: "danger" });
    }
  };
  return { hindrance, isPending: run.isPending, handOver, leave: () => setHindrance(null) };
}
