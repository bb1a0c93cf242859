/** Locks the vault, once everything that was typed is safe in it. What the page knew is forgotten when the rooms leave the screen. */
import { useQueryClient } from "@tanstack/react-query";
import { toasts } from "../components/overlays/toasts";
import { useAction } from "../frame/actions";
import { leave } from "../frame/typed";
import { useWrite } from "../frame/useWrite";
import { core } from "../host/core";

export function LockAction() {
  const client = useQueryClient();
  const run = async () => {
    await leave();
    await core.vault.lock();
  };
  const lock = useWrite({ run, undo: false });
  const locked = () => {
    toasts.clear();
    void client.invalidateQueries({ queryKey: ["vault", "status"] });
  };
  useAction("vault.lock", () => lock.mutate(undefined, { onSuccess: locked }));
  return null;
}
