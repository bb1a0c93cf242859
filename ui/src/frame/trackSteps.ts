/** Steps of tracks, put behind somebody where they stand: on the track's own page and on Today. */
import { useLingui } from "@lingui/react/macro";
import { core } from "../host/core";
import { isolated } from "./isolated";
import { useWrite } from "./useWrite";

export function useSkipStep() {
  const { t } = useLingui();
  return useWrite({
    run: ({ step, person }: { step: string; person: string; name: string }) => core.segments.skipTrackStep({ step, person }),
    done: (_, who) => {
      const name = isolated(who.name);
      return t`Skipped for ${name}`;
    },
  });
}

export function useDoStep() {
  const { t } = useLingui();
  return useWrite({ run: core.segments.doTrackStep, done: () => t`Logged, and the step is done` });
}
