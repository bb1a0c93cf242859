/** Writes of this room. */
import { useLingui } from "@lingui/react/macro";
import type { EditTouchpoint } from "../../bindings/EditTouchpoint";
import type { LogTouchpoint } from "../../bindings/LogTouchpoint";
import type { Touchpoint } from "../../bindings/Touchpoint";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export function useLog() {
  const { t } = useLingui();
  const format = useFormat();
  return useWrite({
    run: (input: LogTouchpoint) => core.touchpoints.log(input),
    done: (touch) => {
      const names = format.list(touch.people.map((person) => isolated(person.name)));
      return t`Logged with ${names}`;
    },
    quietFailure: true,
  });
}

export function useEditTouch() {
  const { t } = useLingui();
  return useWrite({ run: (input: EditTouchpoint) => core.touchpoints.edit(input), done: () => t`Touchpoint changed`, quietFailure: true });
}

export function useRemoveTouch() {
  const { t } = useLingui();
  return useWrite({ run: (touch: Touchpoint) => core.touchpoints.remove({ id: touch.id }), done: () => t`Touchpoint taken out` });
}

/** Somebody who is not in the book yet, put into it while logging. */
export function useAddByName() {
  const { t } = useLingui();
  return useWrite({
    run: (name: string) => core.people.create({ name, extra: [], reaches: [], roles: [], ties: [], dates: [], tags: [] }),
    done: ({ row }) => {
      const name = isolated(row.name);
      return t`${name} is in the book`;
    },
  });
}
