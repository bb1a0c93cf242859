/** Writes of this room. Dates of reviews become tasks; the words of those tasks are the page's, because the core speaks no language. */
import { useLingui } from "@lingui/react/macro";
import type { EditSheet } from "../../bindings/EditSheet";
import type { IdeaInput } from "../../bindings/IdeaInput";
import type { LayerInput } from "../../bindings/LayerInput";
import type { StrategyInput } from "../../bindings/StrategyInput";
import type { WorkflowStepInput } from "../../bindings/WorkflowStepInput";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export function useEditSheet() {
  const { t } = useLingui();
  return useWrite({
    run: (input: EditSheet) => core.plans.editSheet({ ...input, task: t`Look through the strategy sheet` }),
    done: () => t`Strategy sheet changed`,
  });
}

export function useReviewed() {
  const { t } = useLingui();
  return useWrite({
    run: () => core.plans.reviewed({ task: t`Look through the strategy sheet` }),
    done: () => t`Looked through; again in a year`,
  });
}

export function useSaveStrategy() {
  const { t } = useLingui();
  return useWrite({
    run: (input: StrategyInput & { called: string }) => {
      const { called, ...rest } = input;
      return core.plans.saveStrategy({ ...rest, ...(input.reviewOn !== undefined && { task: t`Does it work? ${called}` }) });
    },
    done: (_, { id }) => (id === undefined ? t`Strategy added` : t`Strategy changed`),
  });
}

export function useRemoveStrategy() {
  const { t } = useLingui();
  return useWrite({ run: (id: string) => core.plans.removeStrategy({ id }), done: () => t`Strategy removed` });
}

export function useSaveIdea() {
  const { t } = useLingui();
  return useWrite({ run: (input: IdeaInput) => core.plans.saveIdea(input), done: () => t`Idea kept` });
}

export function useRemoveIdea() {
  const { t } = useLingui();
  return useWrite({ run: (id: string) => core.plans.removeIdea({ id }), done: () => t`Idea removed` });
}

export function useSaveLayer() {
  return useWrite({ run: (input: LayerInput) => core.plans.saveLayer(input) });
}

export function useBeginSteps() {
  const { t } = useLingui();
  return useWrite({ run: () => core.plans.beginSteps(), done: () => t`The steps are laid out` });
}

export function useSaveStep() {
  const { t } = useLingui();
  return useWrite({
    run: (input: WorkflowStepInput & { called: string }) => {
      const { called, ...rest } = input;
      return core.plans.saveStep({ ...rest, ...(input.due !== undefined && { task: called }) });
    },
    done: (_, { id, done }) => (id === undefined ? t`Step added` : done === true ? t`Step done` : undefined),
  });
}

export function useRemoveStep() {
  const { t } = useLingui();
  return useWrite({ run: (id: string) => core.plans.removeStep({ id }), done: () => t`Step removed` });
}
