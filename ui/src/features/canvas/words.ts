/** What blocks and questions are called, and what an empty block teaches. The questions are those of seed fbf2 and, for the other six blocks, our own. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { Block } from "../../bindings/Block";
import type { Question } from "../../bindings/Question";

const blocks: Record<Block, { name: MessageDescriptor; hint: MessageDescriptor }> = {
  partners: { name: msg`Key partners`, hint: msg`Who helps you serve them: suppliers, allies, firms you send people to.` },
  activities: { name: msg`Key activities`, hint: msg`What you must do well, week after week.` },
  resources: { name: msg`Key resources`, hint: msg`What you cannot do without: people, tools, a name.` },
  value: { name: msg`Value propositions`, hint: msg`What they get from you that they would miss.` },
  relationships: { name: msg`Customer relationships`, hint: msg`How each segment is served: one of six types.` },
  channels: { name: msg`Channels`, hint: msg`Where you and they speak, buy and help.` },
  segments: { name: msg`Customer segments`, hint: msg`Whom you serve. Each note can be a live rule over your contacts.` },
  costs: { name: msg`Cost structure`, hint: msg`What serving them costs, in money and in hours.` },
  revenue: { name: msg`Revenue streams`, hint: msg`What they pay for, and how.` },
};

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

export function useCanvasWords(): { block: (block: Block) => string; hint: (block: Block) => string; question: (question: Question) => string } {
  const { _ } = useLingui();
  return {
    block: (block) => _(blocks[block].name),
    hint: (block) => _(blocks[block].hint),
    question: (question) => _(questions[question]),
  };
}
