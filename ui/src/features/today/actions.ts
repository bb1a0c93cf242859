/** Writes of this room. */
import { useLingui } from "@lingui/react/macro";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";
import type { NamedPerson } from "../../bindings/NamedPerson";
import type { Rule } from "../../bindings/Rule";
import type { RuleInput } from "../../bindings/RuleInput";

export interface Snooze {
  person: string;
  name: string;
  /** When they may be shown again, in milliseconds since 1970. */
  until: number;
  reason?: string;
}

export function useSnooze() {
  const { t } = useLingui();
  const format = useFormat();
  return useWrite({
    run: ({ person, until, reason }: Snooze) => core.care.snooze({ person, until, ...(reason && { reason }) }),
    done: (_, { name: plain, until }) => {
      const name = isolated(plain);
      const day = format.day(until);
      return t`${name} is left in peace until ${day}`;
    },
  });
}

export function useWake() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id }: NamedPerson) => core.care.wake({ id }),
    done: (_, { name: plain }) => {
      const name = isolated(plain);
      return t`${name} is no longer left in peace`;
    },
  });
}

/** `quiet`: the form says itself what went wrong. */
export function useSaveRule(quiet = false) {
  const { t } = useLingui();
  return useWrite({
    run: (input: RuleInput) => core.care.saveRule(input),
    done: (_, { id, active }) => (id === undefined ? t`Rule added` : active ? t`Rule changed` : t`Rule switched off`),
    quietFailure: quiet,
  });
}

export function useRemoveRule() {
  const { t } = useLingui();
  return useWrite({ run: ({ id }: Rule) => core.care.removeRule({ id }), done: () => t`Rule removed` });
}
