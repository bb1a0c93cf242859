/** Writes of perks, points and pairs. Each is one step that can be undone by its name. */
import { useLingui } from "@lingui/react/macro";
import type { GivenPerk } from "../../bindings/GivenPerk";
import type { GivePerk } from "../../bindings/GivePerk";
import type { GoesWithInput } from "../../bindings/GoesWithInput";
import type { Perk } from "../../bindings/Perk";
import type { PerkInput } from "../../bindings/PerkInput";
import type { PointsInput } from "../../bindings/PointsInput";
import type { ProgrammeInput } from "../../bindings/ProgrammeInput";
import type { UsePerk } from "../../bindings/UsePerk";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export function useSavePerk() {
  const { t } = useLingui();
  return useWrite({ run: (input: PerkInput) => core.gestures.savePerk(input), done: (_, { id }) => (id ? t`Perk changed` : t`Perk added`), quietFailure: true });
}

export function useRemovePerk() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id }: Perk) => core.gestures.removePerk({ id }),
    done: (_, { name }) => {
      const perk = isolated(name);
      return t`Removed ${perk}, and who was given it`;
    },
  });
}

export function useGivePerk() {
  const { t } = useLingui();
  return useWrite({
    run: (input: GivePerk) => core.gestures.givePerk(input),
    done: ({ name, person }) => {
      const [perk, who] = [isolated(name), isolated(person.name)];
      return t`Gave ${perk} to ${who}`;
    },
    quietFailure: true,
  });
}

export const useUsePerk = () => useWrite({ run: (input: UsePerk) => core.gestures.usePerk(input) });

export function useRemoveGivenPerk() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: GivenPerk) => core.gestures.removeGivenPerk({ id }), done: () => t`Taken back` });
}

export function useSaveProgramme() {
  return useWrite({ run: (input: ProgrammeInput) => core.gestures.saveProgramme(input), quietFailure: true });
}

export function useRemoveProgramme() {
  const { t } = useLingui();
  return useWrite({ run: (id: string) => core.gestures.removeProgramme({ id }), done: () => t`Removed the programme and its points` });
}

export function useAddPoints() {
  const { t } = useLingui();
  return useWrite({ run: (input: PointsInput) => core.gestures.addPoints(input), done: () => t`Written down`, quietFailure: true });
}

export function useRemovePoints() {
  const { t } = useLingui();
  return useWrite({ run: (id: string) => core.gestures.removePoints({ id }), done: () => t`Line removed` });
}

export const useSaveGoesWith = () => useWrite({ run: (input: GoesWithInput) => core.gestures.saveGoesWith(input), quietFailure: true });

export function useRemoveGoesWith() {
  const { t } = useLingui();
  return useWrite({ run: (id: string) => core.gestures.removeGoesWith({ id }), done: () => t`Pair removed` });
}
