/** Writes on fields of the user's own, and on what they hold. */
import { useLingui } from "@lingui/react/macro";
import type { CustomField } from "../../bindings/CustomField";
import type { CustomFieldInput } from "../../bindings/CustomFieldInput";
import type { SetField } from "../../bindings/SetField";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export const useSetField = () => useWrite({ run: (input: SetField) => core.people.setField(input) });
export const useSaveField = () => useWrite({ run: (input: CustomFieldInput) => core.people.saveField(input), quietFailure: true });

export function useRemoveField() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id }: CustomField) => core.people.removeField({ id }),
    done: (_, field) => {
      const name = isolated(field.name);
      return t`Removed the field ${name} and what it held`;
    },
  });
}
