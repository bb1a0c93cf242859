/** What sorts of gestures are called. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { GestureSort } from "../../bindings/GestureSort";

export const sorts = ["gift", "card", "surprise", "discount", "upgrade", "other"] as const satisfies readonly GestureSort[];

const names: Record<GestureSort, MessageDescriptor> = {
  gift: msg`Gift`,
  card: msg`Card by hand`,
  surprise: msg`Surprise`,
  discount: msg`Discount`,
  upgrade: msg`More than was paid for`,
  other: msg`Something else`,
};

export function useSortName(): (sort: GestureSort) => string {
  const { _ } = useLingui();
  return (sort) => _(names[sort]);
}

const moods: Record<-2 | -1 | 0 | 1 | 2, MessageDescriptor> = {
  [-2]: msg`it felt wrong`,
  [-1]: msg`rather not`,
  0: msg`as usual`,
  1: msg`good`,
  2: msg`it made our day`,
};

/** How giving felt to us. */
export function useMoodWord(): (mood: -2 | -1 | 0 | 1 | 2) => string {
  const { _ } = useLingui();
  return (mood) => _(moods[mood]);
}
