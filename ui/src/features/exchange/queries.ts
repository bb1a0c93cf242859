/** Reads of this room. */
import { queryOptions } from "@tanstack/react-query";
import type { ReadOptions } from "../../bindings/ReadOptions";
import { core } from "../../host/core";

/** What an import would do. It depends on who is in the book. */
export const previewOf = (path: string, options: ReadOptions) =>
  queryOptions({
    queryKey: ["exchange", "preview", path, options],
    queryFn: () => core.exchange.preview({ path, options }),
    meta: { topics: ["people"] },
    retry: false,
    gcTime: 0,
  });

/** How far the work under way has come; asked five times a second while `going`. */
export const progressOf = (going: boolean) =>
  queryOptions({
    queryKey: ["vault", "progress"],
    queryFn: () => core.vault.progress(),
    enabled: going,
    refetchInterval: going ? 200 : false,
  });
