/** What the guided mode says to a question: what it is after, and answers of firms that do not exist. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { useLingui as useSentences } from "@lingui/react/macro";
import type { Block } from "../../../bindings/Block";
import type { Question } from "../../../bindings/Question";
import { useCanvasWords } from "../words";
import type { OpenText } from "./steps";

const aims: Partial<Record<Block, MessageDescriptor>> = {
  segments: msg`who the customer is`,
  channels: msg`which channels suit them`,
  relationships: msg`the best way to deal with them`,
};

/** A question that is not in this table has neither hint nor examples. */
const told: Partial<Record<Question, { hint: MessageDescriptor; examples: readonly MessageDescriptor[] }>> = {
  forWhom: {
    hint: msg`Name the groups you would miss. A group is good when two of you would sort the same customer into it.`,
    examples: [msg`Cafés of the old town that have no bookkeeper of their own.`, msg`Families who take a long weekend at short notice.`, msg`Small workshops that would rather repair than replace.`],
  },
  mostRelevant: {
    hint: msg`Those who come back, bring others or suit you best. Say why, and not only who.`,
    examples: [msg`Whoever comes back without being reminded, and brings a colleague.`, msg`The two clinics: they pay on time and tell us what goes wrong.`, msg`Not the largest orders; those that last.`],
  },
  traditional: {
    hint: msg`Who has been with you for longest, and what they have in common.`,
    examples: [msg`People who knew the founder and still ring the shop.`, msg`Family firms in their second generation, close enough to visit.`, msg`Whoever bought at our first market stall.`],
  },
  betterGroups: {
    hint: msg`Try another line: by need, by season, by who decides. Keep the one that changes what you do.`,
    examples: [msg`By when they need us: before the season, or when something broke.`, msg`By who decides: the owner, or an office with a budget.`, msg`By size told us little; by how they like to be spoken to told us more.`],
  },
  howToSpeak: {
    hint: msg`Go the whole way with them: how they hear of you, compare, buy, receive, and are helped afterwards.`,
    examples: [msg`By phone before the doors open for cafés; by letter for clinics.`, msg`They hear of us from a neighbour, compare on the page, and buy in the shop.`, msg`Whoever bought hears from the same person once more.`],
  },
  joinedUp: {
    hint: msg`Where somebody changes from one channel to another: what goes along, and who sees to it?`,
    examples: [msg`What was said on the phone is written down before the letter goes.`, msg`A chat that grows long becomes a call, with what was written in front of us.`, msg`Whoever answers a letter sees what the shop has promised.`],
  },
  mostEfficient: {
    hint: msg`For each segment: where an answer comes with the least trouble for both of you.`,
    examples: [msg`A visit for studios; their letters stay unanswered.`, msg`E-mail for clinics, for they must ask a colleague first.`, msg`For whoever passes by: the window.`],
  },
  sameForAll: {
    hint: msg`Think of what each segment gets from you on an ordinary day, and not of what was planned.`,
    examples: [msg`No: clinics have a person of their own, shops help themselves.`, msg`Yes so far, because nobody ever asked what they would like.`, msg`It should not be, and on busy days it is.`],
  },
  whichType: {
    hint: msg`One of six types for each segment. Small things belong to it too.`,
    examples: [
      msg`One person who knows them for clinics, self-service for shops, an evening together for studios.`,
      msg`Wifi for those who wait, and a bowl of water for the dog.`,
      msg`A name on the parcel, and a greeting at the door.`,
    ],
  },
  whatCost: {
    hint: msg`Minutes and money for one customer in a month. A guess is a beginning, if you say that it is one.`,
    examples: [msg`A visit each quarter and the coffee; their orders pay for it.`, msg`A guess: an afternoon a week. We have not asked whether it comes back.`, msg`The community costs a room and an evening.`],
  },
  integrated: {
    hint: msg`Does what you promise here fit what you sell, what you can do, what it costs and what they pay for?`,
    examples: [msg`The visits sell the training, so they belong to it.`, msg`Not yet: we promise one person to each, and have nobody for Mondays.`, msg`It does: small orders carry no calls, and self-service needs none.`],
  },
};

export interface GuidedWords {
  /** What a block is to settle; nothing for a block that we know nothing of. */
  aim: (block: Block) => string | null;
  hint: (question: Question) => string | null;
  examples: (question: Question) => readonly string[];
}

export function useGuidedWords(): GuidedWords {
  const { _ } = useLingui();
  return {
    aim: (block) => (aims[block] ? _(aims[block]) : null),
    hint: (question) => (told[question] ? _(told[question].hint) : null),
    examples: (question) => (told[question]?.examples ?? []).map((one) => _(one)),
  };
}

/** What the note says that stands for a question nobody can answer yet. */
export function useOpenText(): OpenText {
  const { t } = useSentences();
  const words = useCanvasWords();
  return (question) => {
    const asked = words.question(question);
    return t`Not known yet: ${asked}`;
  };
}

/** Whether a text is that of such a note: it names no segment, so it needs no rule. */
export function useIsOpenNote(): (text: string) => boolean {
  const openText = useOpenText();
  return (text) => Object.keys(told).some((question) => openText(question as Question) === text);
}
