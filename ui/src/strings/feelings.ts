/** Words for how a touchpoint felt, −2 … +2. The product offers words; what stands in the book is what the user chose. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";

export const feelings = [-2, -1, 0, 1, 2] as const;
export type Feeling = (typeof feelings)[number];

/** A number from the core as one of the five; beyond them is the nearest. */
export const feelingOf = (felt: number): Feeling => Math.max(-2, Math.min(2, Math.round(felt))) as Feeling;

const names: Record<Feeling, MessageDescriptor> = {
  [-2]: msg`hurt`,
  [-1]: msg`let down`,
  0: msg`fine`,
  1: msg`glad`,
  2: msg`delighted`,
};

const offered: Record<Feeling, readonly MessageDescriptor[]> = {
  [-2]: [msg`hurt`, msg`angry`, msg`ignored`, msg`abandoned`, msg`betrayed`],
  [-1]: [msg`let down`, msg`worried`, msg`confused`, msg`impatient`],
  0: [msg`fine`, msg`matter-of-fact`, msg`undecided`],
  1: [msg`glad`, msg`relieved`, msg`understood`, msg`curious`],
  2: [msg`delighted`, msg`grateful`, msg`proud`, msg`excited`],
};

export interface FeelingWords {
  /** The word that was logged, else the usual one for the value. */
  word: (felt: Feeling, logged?: string) => string;
  /** Words to choose from. */
  offer: (felt: Feeling) => readonly string[];
}

export function useFeelingWords(): FeelingWords {
  const { _ } = useLingui();
  return {
    word: (felt, logged) => logged?.trim() || _(names[felt]),
    offer: (felt) => offered[felt].map((word) => _(word)),
  };
}
