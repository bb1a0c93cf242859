/** Reads of this room. */
import { queryOptions } from "@tanstack/react-query";
import { core } from "../../host/core";

export const vaultStatus = queryOptions({
  queryKey: ["vault", "status"],
  queryFn: () => core.vault.status(),
  meta: { topics: ["vault"] },
});

export const backups = queryOptions({
  queryKey: ["vault", "backups"],
  queryFn: () => core.vault.backups(),
  meta: { topics: ["vault"] },
});
