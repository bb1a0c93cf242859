/** What a note can take its figures from: a segment, a channel or a type of relationship, as its block is about. */
import { useQuery } from "@tanstack/react-query";
import type { Binding } from "../../bindings/Binding";
import type { BlockPlan } from "../../bindings/BlockPlan";
import type { Block } from "../../bindings/Block";
import type { Canvas } from "../../bindings/Canvas";
import { segmentList } from "../../frame/segmentList";
import { channels, useMeansName } from "../../strings/channels";
import { useRelations } from "../../strings/stages";
import { usePeopleWords, useShareWords } from "./Figures";

export interface BindChoice {
  id: string;
  binding: Binding;
  name: string;
  line: string;
  hue: number;
}

/** What the notes of a block are about; nothing for blocks that the book does not count. */
export const boundTo = (blocks: readonly BlockPlan[], block: Block): Binding["to"] | null => blocks.find((plan) => plan.block === block)?.about ?? null;

/** The same thing of the book. */
export const sameBinding = (one: Binding | null, other: Binding | null): boolean =>
  one === other ||
  (one?.to === "segment" && other?.to === "segment" && one.segment === other.segment) ||
  (one?.to === "channel" && other?.to === "channel" && one.channel === other.channel) ||
  (one?.to === "relation" && other?.to === "relation" && one.relation === other.relation);

export function useBindChoices(canvas: Canvas, block: Block): BindChoice[] {
  const { data: segments } = useQuery(segmentList);
  const way = useMeansName();
  const relations = useRelations();
  const share = useShareWords();
  const people = usePeopleWords();
  const { facts } = canvas;
  switch (boundTo(canvas.blocks, block)) {
    case null:
      return [];
    case "segment":
      return (segments ?? []).map(({ id, name, hue, count }) => ({ id, binding: { to: "segment", segment: id }, name, line: count === null ? "" : people(count), hue }));
    case "channel": {
      const of = facts.channels[0]?.of ?? 0;
      const shares = channels.map((channel) => facts.channels.find((one) => one.channel === channel) ?? { channel, touches: 0, of, felt: null, feltN: 0 });
      return shares
        .sort((one, other) => other.touches - one.touches)
        .map((one) => ({ id: one.channel, binding: { to: "channel", channel: one.channel }, name: way(one.channel), line: share(one), hue: 0 }));
    }
    case "relation":
      return relations.all.map(({ id, label }) => ({
        id,
        binding: { to: "relation", relation: id },
        name: label,
        line: people(facts.relations.find((one) => one.relation === id)?.count ?? 0),
        hue: 0,
      }));
  }
}
