/** Writes of this room. */
import { useLingui } from "@lingui/react/macro";
import type { Segment } from "../../bindings/Segment";
import { isolated } from "../../frame/isolated";
import { useWrite } from "../../frame/useWrite";
import { core } from "../../host/core";

export function useSaveSegment() {
  const { t } = useLingui();
  return useWrite({
    run: core.segments.save,
    quietFailure: true,
    done: (segment, { id }) => {
      const name = isolated(segment.name);
      return id ? t`Saved ${name}` : t`Made the segment ${name}`;
    },
  });
}

export function useRemoveSegment() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id }: Segment) => core.segments.remove({ id }),
    done: (_, segment) => {
      const name = isolated(segment.name);
      return t`Removed the segment ${name}. The people stay.`;
    },
  });
}
