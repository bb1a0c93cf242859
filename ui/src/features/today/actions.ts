/** Writes of this room. */
import { useLingui } from "@lingui/react/macro";
import { useFormat } from "../../frame/format";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

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
