/** What blocks and questions are called, and what an empty block teaches. The questions are those of seed fbf2 and, for the other six blocks, our own. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui as useCatalogue } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { createContext, useContext } from "react";
import type { BlockPlan } from "../../bindings/BlockPlan";
import type { BuiltIn } from "../../bindings/BuiltIn";
import type { CanvasKind } from "../../bindings/CanvasKind";
import type { Block } from "../../bindings/Block";
import type { Question } from "../../bindings/Question";

type Words = { name: MessageDescriptor; hint: MessageDescriptor };

const blocks: Partial<Record<Block, Words>> = {
  partners: { name: msg`Key partners`, hint: msg`Who helps you serve them: suppliers, allies, firms you send people to.` },
  activities: { name: msg`Key activities`, hint: msg`What you must do well, week after week.` },
  resources: { name: msg`Key resources`, hint: msg`What you cannot do without: people, tools, a name.` },
  value: { name: msg`Value propositions`, hint: msg`What they get from you that they would miss.` },
  relationships: { name: msg`Customer relationships`, hint: msg`How each segment is served: one of six types.` },
  channels: { name: msg`Channels`, hint: msg`Where you and they speak, buy and help.` },
  segments: { name: msg`Customer segments`, hint: msg`Whom you serve. Each note can be a live rule over your contacts.` },
  costs: { name: msg`Cost structure`, hint: msg`What serving them costs, in money and in hours.` },
  revenue: { name: msg`Revenue streams`, hint: msg`What they pay for, and how.` },
  problem: { name: msg`Problem`, hint: msg`The one to three things that trouble them most.` },
  alternatives: { name: msg`How they manage today`, hint: msg`What they use, or put up with, until you come.` },
  solution: { name: msg`Solution`, hint: msg`The least that would take each trouble away.` },
  metrics: { name: msg`Key figures`, hint: msg`The few numbers that show whether it works.` },
  uniqueValue: { name: msg`Unique value`, hint: msg`Why you are different, and worth their attention, in one sentence.` },
  concept: { name: msg`In one comparison`, hint: msg`“It is the … of …”: what you say at a party.` },
  advantage: { name: msg`Unfair advantage`, hint: msg`What nobody can copy or buy soon.` },
  earlyAdopters: { name: msg`Who will begin`, hint: msg`The people who need it so much that they forgive the first version.` },
  needs: { name: msg`What they need`, hint: msg`One need a note, linked to the segment that has it.` },
  needActions: { name: msg`What we do about it`, hint: msg`For each need the next thing you do. Link it to the need.` },
  foremost: { name: msg`Who matters most`, hint: msg`By what they buy, how often they come back, whom they send you.` },
  longstanding: { name: msg`Who has always been there`, hint: msg`The oldest and most usual customers, and what they have in common.` },
  regroup: { name: msg`Other ways to group them`, hint: msg`Splits and joins worth a try: by need, by channel, by what they pay for.` },
  awareness: { name: msg`They hear of us`, hint: msg`Awareness: where somebody learns that you exist.` },
  evaluation: { name: msg`They compare`, hint: msg`Evaluation: how they find out whether you are the right one.` },
  purchase: { name: msg`They buy`, hint: msg`Purchase: where and how the deal is made.` },
  delivery: { name: msg`They receive`, hint: msg`Delivery: how it comes to them.` },
  afterSales: { name: msg`They are helped`, hint: msg`After-sales: where they turn when something is wrong.` },
  handOvers: { name: msg`Hand-overs`, hint: msg`From which channel to which, what is carried over, and who sees to it.` },
  untried: { name: msg`Channels to try`, hint: msg`Where your people are and you are not yet.` },
  relationCosts: { name: msg`What it costs`, hint: msg`Minutes and money for each kind of relationship.` },
  perks: { name: msg`Perks`, hint: msg`Small things beyond the product: a greeting by name, Wi-Fi, a place for the dog.` },
  selfHelp: { name: msg`What they do by themselves`, hint: msg`Guides and answers they find without you, and questions that still come again and again.` },
  watchers: { name: msg`What runs by itself`, hint: msg`Automatic messages and bots: who watches each, and when a person steps in.` },
  difference: { name: msg`What makes it different`, hint: msg`Why people chose you, stayed, or left; in their words.` },
  fit: { name: msg`How it fits the rest`, hint: msg`Which value, resource, cost and income each kind of relationship hangs on.` },
  parking: { name: msg`Parking`, hint: msg`For ideas that have no place on the sheet yet.` },
};

const sheets: Record<BuiltIn, Words> = {
  businessModel: { name: msg`Business model`, hint: msg`Nine blocks: whom you serve, how, and what it takes.` },
  lean: { name: msg`Lean canvas`, hint: msg`For something new: the problem first, and what would prove you wrong.` },
  segmentsSheet: { name: msg`Customer segments in full`, hint: msg`Who they are, what they need, who matters most.` },
  channelsSheet: { name: msg`Channels in full`, hint: msg`Five phases, from hearing of you to being helped, and the hand-overs between them.` },
  relationshipsSheet: { name: msg`Customer relationships in full`, hint: msg`Types, costs, perks, and what makes yours different.` },
};

/** The blocks of the sheet that is open; those of a team's own kind bring their names. */
export const Plans = createContext<readonly BlockPlan[]>([]);

const questions: Record<Question, MessageDescriptor> = {
  forWhom: msg`For whom do we want to create value?`,
  mostRelevant: msg`Who are the most relevant customers?`,
  traditional: msg`Who are the traditional ones?`,
  betterGroups: msg`Is there a better way to group them?`,
  howToSpeak: msg`How will we communicate with the customer?`,
  joinedUp: msg`Which channels could be joined up?`,
  mostEfficient: msg`Which is the most efficient for each segment?`,
  sameForAll: msg`Do we have the same relationship with all segments?`,
  whichType: msg`What kind of relationship with each one?`,
  whatCost: msg`How much do they cost?`,
  integrated: msg`Does it fit the rest of the model?`,
};

export interface CanvasWords {
  block: (block: Block) => string;
  hint: (block: Block) => string;
  question: (question: Question) => string;
}

export function useCanvasWords(): CanvasWords {
  const { t } = useLingui();
  const { _ } = useCatalogue();
  const plans = useContext(Plans);
  const plan = (block: Block) => plans.find((one) => one.block === block);
  return {
    block: (block) => {
      const known = blocks[block];
      if (known) return _(known.name);
      const number = block.slice("own".length);
      return plan(block)?.name ?? t`Block ${number}`;
    },
    hint: (block) => {
      const known = blocks[block];
      return known ? _(known.hint) : (plan(block)?.hint ?? "");
    },
    question: (question) => _(questions[question]),
  };
}

/** What a kind of canvas is called, and for whom it is; one of a team's own has its own name and no line. */
export function useKindWords(): (kind: Pick<CanvasKind, "kind" | "name">) => { name: string; line: string } {
  const { _ } = useCatalogue();
  return ({ kind, name }) => {
    const sheet = (sheets as Partial<Record<string, Words>>)[kind];
    return sheet ? { name: _(sheet.name), line: _(sheet.hint) } : { name: name ?? kind, line: "" };
  };
}
