/** Writes on what hangs on a person. Nothing is said when it worked: it is in front of one's eyes; what was removed can be brought back. */
import { useLingui } from "@lingui/react/macro";
import type { DateInput } from "../../bindings/DateInput";
import type { PictureInput } from "../../bindings/PictureInput";
import type { ReachInput } from "../../bindings/ReachInput";
import type { RoleInput } from "../../bindings/RoleInput";
import type { TieInput } from "../../bindings/TieInput";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export const useSaveReach = () => useWrite({ run: (input: ReachInput) => core.people.saveReach(input) });
export const useSaveRole = () => useWrite({ run: (input: RoleInput) => core.people.saveRole(input) });
export const useSaveTie = () => useWrite({ run: (input: TieInput) => core.people.saveTie(input) });
export const useSaveDate = () => useWrite({ run: (input: DateInput) => core.people.saveDate(input) });
export const useSetPicture = () => useWrite({ run: (input: PictureInput) => core.people.setPicture(input) });

type Removable = "removeReach" | "removeRole" | "removeTie" | "removeDate" | "removePicture";

export function useRemove(verb: Removable) {
  const { t } = useLingui();
  return useWrite({ run: (id: string) => core.people[verb]({ id }), done: () => t`Removed` });
}
