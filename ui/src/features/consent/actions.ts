/** Writes of this room. What was said is in front of one's eyes; what was taken back can be brought back. */
import { useLingui } from "@lingui/react/macro";
import type { ConsentInput } from "../../bindings/ConsentInput";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export function useSay() {
  const { t } = useLingui();
  return useWrite({
    run: (input: ConsentInput) => core.consent.say(input),
    done: (_, { state }) => (state === "agreed" ? t`Noted that they agreed` : t`Noted that they asked us not to`),
    quietFailure: true,
  });
}

export function useTakeBack() {
  const { t } = useLingui();
  return useWrite({ run: (id: string) => core.consent.takeBack({ id }), done: () => t`Taken back` });
}
