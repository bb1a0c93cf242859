/** Writes of this room. */
import { useLingui } from "@lingui/react/macro";
import type { Persona } from "../../bindings/Persona";
import type { Segment } from "../../bindings/Segment";
import type { Track } from "../../bindings/Track";
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

export const useSavePlan = () => useWrite({ run: core.segments.savePlan });
export const useSaveTalk = () => useWrite({ run: core.segments.saveTalk });
export const useSaveNeed = () => useWrite({ run: core.segments.saveNeed });
export const useSavePersona = () => useWrite({ run: core.segments.savePersona });
export const useSaveQuote = () => useWrite({ run: core.segments.saveQuote });

export function useRemoveTalk() {
  const { t } = useLingui();
  return useWrite({ run: core.segments.removeTalk, done: () => t`Removed the line` });
}

export function useRemoveNeed() {
  const { t } = useLingui();
  return useWrite({ run: core.segments.removeNeed, done: () => t`Removed the need` });
}

export function useRemoveQuote() {
  const { t } = useLingui();
  return useWrite({ run: core.segments.removeQuote, done: () => t`Removed the quote` });
}

export function useRemovePersona() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id }: Persona) => core.segments.removePersona({ id }),
    done: (_, persona) => {
      const name = isolated(persona.name);
      return t`Removed the persona ${name}`;
    },
  });
}

export function useSplit() {
  const { t } = useLingui();
  return useWrite({
    run: core.segments.split,
    done: (_, { inside, outside }) => {
      const [a, b] = [isolated(inside), isolated(outside)];
      return t`Made ${a} and ${b} of it`;
    },
  });
}

export function useJoin() {
  const { t } = useLingui();
  return useWrite({
    run: core.segments.join,
    done: (_, { name }) => {
      const whole = isolated(name);
      return t`Made ${whole} of both`;
    },
  });
}

export const useAddTrack = () => useWrite({ run: core.segments.addTrack });
export const useSaveTrack = () => useWrite({ run: core.segments.saveTrack });
export const useSaveTrackStep = () => useWrite({ run: core.segments.saveTrackStep });

export function useRemoveTrack() {
  const { t } = useLingui();
  return useWrite({
    run: ({ id }: Track) => core.segments.removeTrack({ id }),
    done: (_, track) => {
      const name = isolated(track.name);
      return t`Removed the track ${name}`;
    },
  });
}

export function useRemoveTrackStep() {
  const { t } = useLingui();
  return useWrite({ run: core.segments.removeTrackStep, done: () => t`Removed the step` });
}
