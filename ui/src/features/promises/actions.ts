/** Writes of this room. */
import { useLingui } from "@lingui/react/macro";
import type { EditTask } from "../../bindings/EditTask";
import type { NewTask } from "../../bindings/NewTask";
import type { Task } from "../../bindings/Task";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export function useAddTask() {
  const { t } = useLingui();
  return useWrite({
    run: (input: NewTask) => core.promises.add(input),
    done: (task) => (task.promised ? t`Promise noted` : t`Task added`),
    quietFailure: true,
  });
}

export function useEditTask() {
  const { t } = useLingui();
  return useWrite({ run: (input: EditTask) => core.promises.edit(input), done: () => t`Task changed`, quietFailure: true });
}

/** Ticks a task off, or opens it again. */
export function useTick() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id, doneAt }: Task) => (doneAt === null ? core.promises.finish({ id }) : core.promises.reopen({ id })),
    done: (_, { text, doneAt }) => {
      const task = isolated(text);
      return doneAt === null ? t`Done: ${task}` : t`To be done again: ${task}`;
    },
  });
}

export function useOutcome() {
  const { t } = useLingui();
  return useWrite({ run: ({ id, outcome }: { id: string; outcome: string }) => core.promises.finish({ id, outcome }), done: () => t`Noted what came of it` });
}

export function useRemoveTask() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: Task) => core.promises.remove({ id }), done: () => t`Task removed` });
}
