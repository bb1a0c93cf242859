/** Writes on dossiers, their steps and papers. */
import { useLingui } from "@lingui/react/macro";
import type { CloseDossier } from "../../bindings/CloseDossier";
import type { Dossier } from "../../bindings/Dossier";
import type { DossierInput } from "../../bindings/DossierInput";
import type { DossierPaper } from "../../bindings/DossierPaper";
import type { DossierStep } from "../../bindings/DossierStep";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export function useSaveDossier() {
  const { t } = useLingui();
  return useWrite({ run: (input: DossierInput) => core.feedback.saveDossier(input), done: (_, { id }) => (id ? undefined : t`Dossier begun`) });
}

export function useCloseDossier() {
  const { t } = useLingui();
  return useWrite({ run: (input: CloseDossier) => core.feedback.closeDossier(input), done: () => t`Dossier closed` });
}

export function useReopenDossier() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: Dossier) => core.feedback.reopenDossier({ id }), done: () => t`The dossier is open again` });
}

export function useRemoveDossier() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: Dossier) => core.feedback.removeDossier({ id }), done: () => t`Dossier removed` });
}

export const useSaveStep = () => useWrite({ run: core.feedback.saveStep });
export const useMoveStep = () => useWrite({ run: core.feedback.moveStep });
export const useSavePaper = () => useWrite({ run: core.feedback.savePaper });

export function useRemoveStep() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: DossierStep) => core.feedback.removeStep({ id }), done: () => t`Step removed` });
}

export function useRemovePaper() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: DossierPaper) => core.feedback.removePaper({ id }), done: () => t`Paper taken off the list` });
}
