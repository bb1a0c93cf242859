/** Whom one serves, through what and with which kind of relationship, as the notes of the three customer blocks say. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import type { Block } from "../../../bindings/Block";
import type { Canvas } from "../../../bindings/Canvas";
import type { Note } from "../../../bindings/Note";
import { useFormat } from "../../../frame/format";
import { isolated } from "../../../frame/isolated";
import { useMeansName } from "../../../strings/channels";
import { useRelations } from "../../../strings/stages";
import { useOpenText } from "./guidedWords";
import { sayingNotes } from "./steps";

/** More than so many names are counted. */
const MOST = 6;

export interface ServedPart {
  text: string;
  /** Nothing stands there yet: the text says so. */
  missing: boolean;
}

/** Parts whose block the canvas does not have are left out. */
export function useServed(canvas: Canvas): { serve: ServedPart | null; through: ServedPart | null; by: ServedPart | null } {
  const { t } = useLingui();
  const format = useFormat();
  const name = useNoteName();
  const openText = useOpenText();
  const part = (block: Block, none: string): ServedPart | null => {
    if (!canvas.blocks.some((plan) => plan.block === block)) return null;
    const names = [...new Set(sayingNotes(canvas, block, openText).map(name))].map(isolated);
    if (names.length === 0) return { text: none, missing: true };
    const more = names.length - MOST;
    const shown = more > 1 ? [...names.slice(0, MOST), t`${plural(more, { one: "# other", other: "# others" })}`] : names;
    return { text: format.list(shown), missing: false };
  };
  return {
    serve: part("segments", t`nobody named yet`),
    through: part("channels", t`no channel yet`),
    by: part("relationships", t`no kind of relationship yet`),
  };
}

/** A bound note goes by the name of what it is bound to, any other by what it says without its last full stop. */
function useNoteName(): (note: Note) => string {
  const channel = useMeansName();
  const relations = useRelations();
  return ({ text, binding, figures }) => {
    if (figures?.of === "segment" && figures.segment) return figures.segment.name;
    if (binding?.to === "channel") return channel(binding.channel);
    if (binding?.to === "relation") return relations.name(binding.relation);
    return text.trim().replace(/(?<!\.)\.$/, "");
  };
}
