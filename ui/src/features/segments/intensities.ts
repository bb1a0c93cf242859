/** The three words for how close a relationship is, and what each means. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { Intensity } from "../../bindings/Intensity";

export const intensities = ["transactional", "light", "close"] as const satisfies readonly Intensity[];

const names: Record<Intensity, MessageDescriptor> = { transactional: msg`Transactional`, light: msg`Light`, close: msg`Close` };

const meanings: Record<Intensity, MessageDescriptor> = {
  transactional: msg`They buy often and little: quick and easy counts. Today leaves them in peace.`,
  light: msg`A word now and then, when there is something to say.`,
  close: msg`You know each other, and a silence would be noticed.`,
};

export function useIntensities(): { name: (one: Intensity) => string; meaning: (one: Intensity) => string } {
  const { _ } = useLingui();
  return { name: (one) => _(names[one]), meaning: (one) => _(meanings[one]) };
}
