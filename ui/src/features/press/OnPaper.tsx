/** What goes into an envelope: a card to sign, its envelope, a label, the words to copy by hand, a script for a short video. */
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Dialog } from "../../components/overlays/Dialog";
import { type Saying, useAction } from "../../frame/actions";
import { inView } from "../../frame/inView";
import { PaperForm } from "./PaperForm";
import { WhomFor } from "./WhomFor";

/** Stands on every page: a letter, the gestures and a person's page say for whom. */
export function OnPaper() {
  const { t } = useLingui();
  const [asked, ask] = useState<Saying["press.letter"] | null>(null);
  useAction("press.letter", (said) => ask(said ?? { people: inView() }));
  const isFor = (asked?.people.length ?? 0) > 0;
  const close = (printed: boolean) => {
    ask(null);
    asked?.onClosed?.(printed);
  };
  return (
    <>
      <WhomFor isOpen={asked !== null && !isFor} onClose={() => close(false)} onChosen={(people) => ask({ people, ...(people.length > 1 && { kind: "labels" }) })} />
      <Dialog title={t`On paper`} isOpen={isFor} onClose={() => close(false)} closeLabel={t`Close`} size="l">
        {asked && isFor && <PaperForm asked={asked} onDone={() => close(true)} />}
      </Dialog>
    </>
  );
}
