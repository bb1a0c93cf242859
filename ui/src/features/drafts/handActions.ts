/** Writes around handing over: what goes along, and by when an answer is hoped for. */
import { useLingui } from "@lingui/react/macro";
import type { Attach } from "../../bindings/Attach";
import type { OfferCall } from "../../bindings/OfferCall";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export const useAttach = () => useWrite({ run: (input: Attach) => core.drafts.attach(input) });

export function useDetach() {
  const { t } = useLingui();
  return useWrite({ run: (id: string) => core.drafts.detach({ id }), done: () => t`Taken away` });
}

export const useOfferCall = () => useWrite({ run: (input: OfferCall) => core.drafts.offerCall(input), quietFailure: true });

export const useAnswerBy = () => useWrite({ run: (input: { id: string; day?: string }) => core.drafts.answerBy(input) });
