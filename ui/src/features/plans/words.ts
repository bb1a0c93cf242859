/** The words of this room: areas and states of strategies, layers of value, frameworks, the four steps. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Framework } from "../../bindings/Framework";

export type Area = "acquire" | "keep" | "expand";
export const areas: readonly Area[] = ["acquire", "keep", "expand"];
export const areaNames: Record<Area, MessageDescriptor> = { acquire: msg`Win customers`, keep: msg`Keep them`, expand: msg`Grow with them` };

export type State = "inUse" | "tried" | "dropped";
export const states: readonly State[] = ["inUse", "tried", "dropped"];
export const stateNames: Record<State, MessageDescriptor> = { inUse: msg`in use`, tried: msg`tried`, dropped: msg`dropped` };

export type Layer = "functional" | "emotional" | "social";
export const layers: readonly Layer[] = ["functional", "emotional", "social"];
export const layerNames: Record<Layer, MessageDescriptor> = { functional: msg`It works`, emotional: msg`It feels good`, social: msg`They belong` };
export const layerKinds: Record<Layer, MessageDescriptor> = { functional: msg`functional`, emotional: msg`emotional`, social: msg`social` };
export const layerQuestions: Record<Layer, MessageDescriptor> = {
  functional: msg`Does it do what they came for, every time?`,
  emotional: msg`How do they feel after dealing with you?`,
  social: msg`Whom do they know through you?`,
};
/** Ideas to add a layer without changing the product; one's own words. */
export const layerIdeas: Record<Layer, readonly MessageDescriptor[]> = {
  functional: [msg`Send a one-page guide before they need to ask`, msg`Say beforehand when something will be late`, msg`Let them reach the person who can decide`],
  emotional: [msg`A coaching hour by name in the first month`, msg`Write by hand after something that mattered to them`, msg`Ask how it went a week after, and want nothing`],
  social: [msg`An evening where customers show each other how they work`, msg`Introduce two people who have the same problem`, msg`A place where regulars answer newcomers`],
};

export const frameworkNames: Record<Framework, MessageDescriptor> = { loop: msg`Loyalty loop`, stack: msg`Relationship stack`, netPromoter: msg`Net promoter score` };
export const frameworkBest: Record<Framework, MessageDescriptor> = {
  loop: msg`Best for businesses that sell to people who come back: what will bring them round again?`,
  stack: msg`Best for services: on what, beside the work itself, does the relationship rest?`,
  netPromoter: msg`Best for who wants a single figure to follow over time.`,
};
export const frameworkLimit: Record<Framework, MessageDescriptor> = {
  loop: msg`Its limit: where several people decide for months, one round of four stages is too simple.`,
  stack: msg`Its limit: the layers beyond the product cost attention all the time, not once.`,
  netPromoter: msg`Its limit: it can be made to look good by whom one asks, and it never says why. Ask for the reason, and show who was asked.`,
};

export const questions = {
  business: { label: msg`What kind of business is it?`, answers: { repeat: msg`People buy again and again`, service: msg`A service, done for them`, longSale: msg`Companies that decide together, slowly`, oneOff: msg`Mostly bought once` } },
  lifetimeValue: { label: msg`What is a customer worth over the years?`, answers: { low: msg`Little, and there are many`, middle: msg`Something in between`, high: msg`Much, and there are few` } },
  maturity: { label: msg`How far has the work with customers come?`, answers: { starting: msg`Just beginning`, regular: msg`A habit: calls, notes, reviews`, measuring: msg`Measured, with many answers` } },
} as const satisfies Record<string, { label: MessageDescriptor; answers: Record<string, MessageDescriptor> }>;

export type Purpose = "map" | "goals" | "rules" | "feedback";
export const purposeNames: Record<Purpose, MessageDescriptor> = {
  map: msg`Map what customers live through`,
  goals: msg`Set goals for the relationship`,
  rules: msg`Write the rules of the personal touch`,
  feedback: msg`Close the loop`,
};
export const purposeTexts: Record<Purpose, MessageDescriptor> = {
  map: msg`Every step they meet you at, from hearing of you to long after buying, with how it feels. The weak points show themselves.`,
  goals: msg`Say what should be better between you by when, beside what is earned: fewer silences, a shorter wait for the first help.`,
  rules: msg`Who gets what, from what they told you or bought, and how they say no. Nothing they would be surprised that you know.`,
  feedback: msg`Ask, change something, and tell the person who said it. Then ask whether it worked.`,
};
