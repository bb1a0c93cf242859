/** Reads of this room. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Channel } from "../../bindings/Channel";
import { core } from "../../host/core";

/** People whose names hold the words typed, for the choice of who took part. */
export const findPeople = (text: string) =>
  queryOptions({
    queryKey: ["people", "list", { text, limit: 8 }],
    queryFn: () => core.people.list({ text, limit: 8 }),
    meta: { topics: ["people"] },
    // The last answer stands while the next is on its way, so that the list does not blink while one types.
    placeholderData: (before) => before,
  });

export const curve = (person: string) =>
  queryOptions({ queryKey: ["touchpoints", "curve", person], queryFn: () => core.touchpoints.curve({ id: person }), meta: { topics: ["touchpoints", "people"] } });

const PAGE = 50;

export const timeline = (person: string, channel: Channel | null) =>
  infiniteQueryOptions({
    queryKey: ["touchpoints", "timeline", person, channel],
    queryFn: ({ pageParam }) => core.touchpoints.timeline({ person, ...(channel && { channel }), offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const here = pages.reduce((sum, page) => sum + page.items.length, 0);
      return here < last.total && last.items.length > 0 ? here : undefined;
    },
    meta: { topics: ["touchpoints", "people"] },
  });

/** How many touchpoints there are through any channel, for the number on the tab. */
export const touchCount = (person: string) =>
  queryOptions({
    queryKey: ["touchpoints", "count", person],
    queryFn: async () => (await core.touchpoints.timeline({ person, limit: 0 })).total,
    meta: { topics: ["touchpoints", "people"] },
  });
