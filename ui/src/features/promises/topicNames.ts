/** What an expectation, or something that was told, is about. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { CommitmentArea } from "../../bindings/CommitmentArea";
import type { ToldTopic } from "../../bindings/ToldTopic";

export const topicNames: Record<ToldTopic, MessageDescriptor> = {
  price: msg`Price`,
  delivery: msg`Delivery`,
  support: msg`Support`,
  warranty: msg`Warranty`,
  feature: msg`What it does`,
  limit: msg`What it does not do`,
  badNews: msg`Bad news`,
  other: msg`Other`,
};

/** Bad news is told to somebody; nobody expects it. */
export const expectedTopics = ["price", "delivery", "support", "warranty", "feature", "limit", "other"] as const satisfies readonly ToldTopic[];
export const toldTopics = Object.keys(topicNames) as ToldTopic[];

export const areaNames: Record<CommitmentArea, MessageDescriptor> = {
  environment: msg`Environment`,
  people: msg`People`,
  other: msg`Other`,
};
export const areas = Object.keys(areaNames) as CommitmentArea[];
