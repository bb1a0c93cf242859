/** Reads of this room. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { core } from "../../host/core";
import type { Topic } from "../../host/commands";

const topics: readonly Topic[] = ["communities", "people", "touchpoints", "consent", "segments"];

export const communityList = queryOptions({ queryKey: ["communities", "list"], queryFn: () => core.communities.list(), meta: { topics } });

export const oneCommunity = (id: string) => queryOptions({ queryKey: ["communities", "one", id], queryFn: () => core.communities.get({ id }), meta: { topics } });

/** Who could help whom, by topic. */
export const helps = (text: string) =>
  queryOptions({ queryKey: ["communities", "helps", text], queryFn: () => core.communities.helps({ text }), meta: { topics }, placeholderData: keepPreviousData });

export const introductions = queryOptions({ queryKey: ["communities", "introductions"], queryFn: () => core.communities.introductions(), meta: { topics } });

/** People by what is typed. */
export const found = (text: string) =>
  queryOptions({ queryKey: ["communities", "found", text], queryFn: () => core.people.list({ text, limit: 20 }), meta: { topics: ["people"] }, placeholderData: keepPreviousData });
