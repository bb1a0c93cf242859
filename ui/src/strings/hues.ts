/** What the six colours of the palette are called, so that a colour is never only a colour. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";

export type Hue = 1 | 2 | 3 | 4 | 5 | 6;

/** 0 is none. */
export const hues = [0, 1, 2, 3, 4, 5, 6] as const;

const names: Record<0 | Hue, MessageDescriptor> = {
  0: msg`No colour`,
  1: msg`Green`,
  2: msg`Violet`,
  3: msg`Copper`,
  4: msg`Blue`,
  5: msg`Ochre`,
  6: msg`Rose`,
};

/** A number from the core as one of the palette; undefined for none. */
export const hueOf = (hue: number): Hue | undefined => (hue >= 1 && hue <= 6 ? (Math.trunc(hue) as Hue) : undefined);

/** "Green". */
export function useHueName(): (hue: number) => string {
  const { _ } = useLingui();
  return (hue) => _(names[hueOf(hue) ?? 0]);
}
