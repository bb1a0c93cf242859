/** Writes of this room. Each is one step that can be undone by its name. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { JourneyMap } from "../../bindings/JourneyMap";
import type { JourneyStage } from "../../bindings/JourneyStage";
import type { JourneyStep } from "../../bindings/JourneyStep";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export const useCreate = () => useWrite({ run: core.journeys.create });
export const useRename = () => useWrite({ run: core.journeys.rename });
export const useAssign = () => useWrite({ run: core.journeys.assign });
export const useAddStage = () => useWrite({ run: core.journeys.addStage });
export const useEditStage = () => useWrite({ run: core.journeys.editStage });
export const useMoveStage = () => useWrite({ run: core.journeys.moveStage });
export const useAddStep = () => useWrite({ run: core.journeys.addStep });
export const useEditStep = () => useWrite({ run: core.journeys.editStep });
export const useJudge = () => useWrite({ run: core.journeys.judge });
export const useSetRoles = () => useWrite({ run: core.journeys.setRoles });
/** The dialog itself says why a file is refused. */
export const useTakeCopy = () => useWrite({ run: core.press.takeWorkshop, quietFailure: true });
export const useSetOnboarding = () => useWrite({ run: core.journeys.setOnboarding });
export const useReview = () => useWrite({ run: core.journeys.review });
export const useMoveStep = () => useWrite({ run: core.journeys.moveStep });

export function useRemoveStep() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id }: JourneyStep) => core.journeys.removeStep({ id }),
    done: (_, step) => {
      const name = isolated(step.name);
      return t`Removed the step “${name}”`;
    },
  });
}

export function useRemoveStage() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id }: JourneyStage) => core.journeys.removeStage({ id }),
    done: (_, stage) => {
      const name = isolated(stage.name);
      return t`Removed the stage “${name}”`;
    },
  });
}

export function useRemoveMap() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id }: JourneyMap) => core.journeys.remove({ id }),
    done: (_, map) => {
      const title = isolated(map.title);
      return t`Removed the map “${title}”`;
    },
  });
}

export function useMergeWorkshop() {
  const { t } = useLingui();
  return useWrite({
    run: core.press.mergeWorkshop,
    done: ({ changed, added }) => {
      const felt = t`${plural(changed, { one: "# step feels otherwise now", other: "# steps feel otherwise now" })}`;
      const more = t`${plural(added, { one: "# step added", other: "# steps added" })}`;
      return added === 0 ? felt : changed === 0 ? more : t`${felt}, ${more}`;
    },
  });
}
