/** Locks the vault and forgets what the window had read from it. */
import { useQueryClient } from "@tanstack/react-query";
import { toasts } from "../components/overlays/toasts";
import { useAction } from "../frame/actions";
import { useWrite } from "../frame/useWrite";
import { core } from "../host/core";

export function LockAction() {
  const client = useQueryClient();
  const lock = useWrite({ run: () => core.vault.lock(), undo: false });
  const forget = async () => {
    toasts.clear();
    await client.invalidateQueries({ queryKey: ["vault", "status"] });
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== "vault" });
  };
  useAction("vault.lock", () => lock.mutate(undefined, { onSuccess: () => void forget() }));
  return null;
}
