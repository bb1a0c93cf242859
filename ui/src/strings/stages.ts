/** Stages of a relationship, stages of the loyalty loop and types of relationship, by the names the core keeps them under. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";

const stages = {
  awareness: msg`Awareness`,
  acquisition: msg`Acquisition`,
  onboarding: msg`Onboarding`,
  engagement: msg`Engagement`,
  retention: msg`Retention`,
  advocacy: msg`Advocacy`,
} as const satisfies Record<string, MessageDescriptor>;

const loopStages = {
  engage: msg`Engage`,
  transact: msg`Transact`,
  support: msg`Support`,
  delight: msg`Delight`,
  advocate: msg`Advocate`,
} as const satisfies Record<string, MessageDescriptor>;

const relations = {
  personal: msg`Personal assistance`,
  dedicated: msg`Dedicated personal assistance`,
  selfService: msg`Self-service`,
  automated: msg`Automated service`,
  community: msg`Community`,
  cocreation: msg`Co-creation`,
} as const satisfies Record<string, MessageDescriptor>;

export interface Named {
  id: string;
  label: string;
}

function useNamed(names: Readonly<Record<string, MessageDescriptor>>): { all: readonly Named[]; name: (id: string) => string } {
  const { _ } = useLingui();
  return {
    all: Object.entries(names).map(([id, name]) => ({ id, label: _(name) })),
    // A name that a newer Rapport wrote is shown as it stands rather than hidden.
    name: (id) => (names[id] ? _(names[id]) : id),
  };
}

export const useStages = () => useNamed(stages);
export const useLoopStages = () => useNamed(loopStages);
export const useRelations = () => useNamed(relations);
