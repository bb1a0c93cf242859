/** Writes of this room. Each is one step that can be undone by its name. */
import { useLingui } from "@lingui/react/macro";
import type { BudgetInput } from "../../bindings/BudgetInput";
import type { Gesture } from "../../bindings/Gesture";
import type { GestureInput } from "../../bindings/GestureInput";
import type { RoleLeeway } from "../../bindings/RoleLeeway";
import type { RoleLeewayInput } from "../../bindings/RoleLeewayInput";
import type { SayMood } from "../../bindings/SayMood";
import type { ThankPrompt } from "../../bindings/ThankPrompt";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export function useGive() {
  const { t } = useLingui();
  return useWrite({
    run: (input: GestureInput) => core.gestures.give(input),
    done: ({ person }, { id }) => {
      const name = isolated(person.name);
      return id ? t`Gesture changed` : t`Noted what ${name} was given`;
    },
    quietFailure: true,
  });
}

export function useRemoveGesture() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: Gesture) => core.gestures.remove({ id }), done: () => t`Removed the gesture, and its touchpoint` });
}

export function usePutAside() {
  const { t } = useLingui();
  return useWrite({
    run: ({ person, forWhat }: ThankPrompt) => core.gestures.putAside({ person: person.id, forWhat }),
    done: (_, { person }) => {
      const name = isolated(person.name);
      return t`Put aside to thank ${name}`;
    },
  });
}

export const useSayMood = () => useWrite({ run: (input: SayMood) => core.gestures.sayMood(input) });

export function useSaveBudget() {
  const { t } = useLingui();
  return useWrite({ run: (input: BudgetInput) => core.gestures.saveBudget(input), done: () => t`Saved what may be given`, quietFailure: true });
}

export function useRemoveBudget() {
  const { t } = useLingui();
  return useWrite({ run: (id: string) => core.gestures.removeBudget({ id }), done: () => t`What is usual holds for them again` });
}

export function useSaveRole() {
  const { t } = useLingui();
  return useWrite({ run: (input: RoleLeewayInput) => core.gestures.saveRole(input), done: (_, { id }) => (id ? undefined : t`Role added`), quietFailure: true });
}

export function useRemoveRole() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id }: RoleLeeway) => core.gestures.removeRole({ id }),
    done: (_, { role }) => {
      const name = isolated(role);
      return t`Removed ${name}. What was given stays in the ledger.`;
    },
  });
}
