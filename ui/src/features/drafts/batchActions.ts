/** Writes on batches. There is none that approves more than one letter. */
import { useLingui } from "@lingui/react/macro";
import type { Batch } from "../../bindings/Batch";
import type { Draft } from "../../bindings/Draft";
import type { HeldPerson } from "../../bindings/HeldPerson";
import type { MakeBatch } from "../../bindings/MakeBatch";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export const useMakeBatch = () => useWrite({ run: (input: MakeBatch) => core.drafts.makeBatch(input), quietFailure: true });

export const useRenameBatch = () => useWrite({ run: (input: { id: string; name: string }) => core.drafts.renameBatch(input) });

export function useRemoveBatch() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: Batch) => core.drafts.removeBatch({ id }), done: () => t`Batch taken out. Letters that went stay on their people’s pages` });
}

/** The caller tells a stop from a fault. */
export const useApprove = () => useWrite({ run: (input: { id: string; reason?: string }) => core.drafts.approve(input), quietFailure: true });

export const useWithdraw = () => useWrite({ run: (letter: Draft) => core.drafts.withdraw({ id: letter.row.id }) });

export function useHold() {
  const { t } = useLingui();
  return useWrite({
    run: ({ letter, why }: { letter: Draft; why: string }) => core.drafts.hold({ id: letter.row.id, why }),
    done: (_, { letter }) => {
      const name = isolated(letter.row.person.name);
      return t`The letter to ${name} is put aside`;
    },
  });
}

export const useTakeIn = () => useWrite({ run: (id: string) => core.drafts.takeIn({ id }) });

export const useLookAgain = () => useWrite({ run: (letter: Draft) => core.drafts.lookAgain({ id: letter.row.id }) });

export function useFillAgain() {
  const { t } = useLingui();
  return useWrite({ run: (letter: Draft) => core.drafts.fillAgain({ id: letter.row.id }), done: () => t`Filled again. What you wrote stays` });
}

/** Says whether a letter could be begun this time. */
export function useTryHeld() {
  const { t } = useLingui();
  return useWrite({
    run: async ({ held, anyway, before }: { held: HeldPerson; anyway: boolean; before: number }) => {
      const after = await core.drafts.tryHeld({ id: held.id ?? "", anyway });
      return after.held < before;
    },
    done: (isBegun, { held }) => {
      const name = isolated(held.person.name);
      return isBegun ? t`A letter to ${name} is begun` : t`Still no letter to ${name}`;
    },
  });
}

export function useLeaveOut() {
  const { t } = useLingui();
  return useWrite({
    run: (held: HeldPerson) => core.drafts.leaveOut({ id: held.id ?? "" }),
    done: (_, held) => {
      const name = isolated(held.person.name);
      return t`${name} is left out of this batch`;
    },
  });
}
