/** What a person set for this vault on this computer: read and saved through the core, and put into force in the window. */
import { useLingui } from "@lingui/react/macro";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Settings } from "../host/commands";
import { core } from "../host/core";
import { type Choices, choices } from "./choices";
import { useWrite } from "./useWrite";

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: () => core.settings.get(),
  meta: { topics: ["settings"] },
});

const themes = ["system", "light", "dark"] as const;
const toChoices = ({ appearance, letterKeys }: Settings): Choices => ({ theme: themes.find((one) => one === appearance) ?? "system", letterKeys });

/** Saves some settings; the others stay as they are in the core at that moment. */
export function useSaveSettings() {
  const { t } = useLingui();
  return useWrite({
    run: async (part: Partial<Settings>) => core.settings.save({ ...(await core.settings.get()), ...part }),
    done: (_, part) => ("sender" in part || "sortLanguage" in part ? t`Saved` : undefined),
    undo: false,
  });
}

/** Keeps what the window does in step with the settings; draws nothing. */
export function FollowSettings() {
  const { data } = useQuery(settingsQuery);
  useEffect(() => {
    if (data) choices.set(toChoices(data));
  }, [data]);
  return null;
}
