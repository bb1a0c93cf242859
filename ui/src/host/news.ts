/** The only place that makes a read stale: the core names the topics a write touched, reads name the topics they show. */
import { type Query, QueryCache, QueryClient } from "@tanstack/react-query";
import type { Topic } from "./commands";
import { CommandFailure } from "./failure";
import type { Transport } from "./transport";

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: { topics?: readonly Topic[] };
    defaultError: CommandFailure;
  }
}

/** Reads that are right until news says otherwise. A locked vault makes the status stale, so that the lock screen comes up. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof CommandFailure && error.code === "locked") void tellNews(client, ["vault"]);
      },
    }),
    defaultOptions: {
      // The core is on this machine: the network's state means nothing, and a refusal does not change by asking again.
      queries: { staleTime: Infinity, retry: false, networkMode: "always", refetchOnWindowFocus: false, refetchOnReconnect: false },
      // What was written is not kept: it can be a passphrase.
      mutations: { retry: false, networkMode: "always", gcTime: 0 },
    },
  });
  return client;
}

/** Marks stale what shows one of these topics; `null` marks everything. */
export async function tellNews(client: QueryClient, topics: readonly Topic[] | null): Promise<void> {
  const shows = (query: Query) => topics === null || (query.meta?.topics ?? []).some((topic) => topics.includes(topic));
  // A first read that is under way may have been answered before the write: it is read once more when it is done.
  const underWay = client.getQueryCache().findAll({ fetchStatus: "fetching", predicate: (query) => shows(query) && query.state.data === undefined });
  for (const query of underWay) void query.promise?.catch(() => undefined).then(() => client.invalidateQueries({ queryKey: query.queryKey, exact: true }));
  await client.invalidateQueries({ predicate: shows });
}

/** Follows the core's news until stopped. */
export function followNews(client: QueryClient, transport: Transport): () => void {
  return transport.listen((topics) => void tellNews(client, topics));
}
