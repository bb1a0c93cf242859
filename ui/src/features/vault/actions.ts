/** Writes of this room. All of them change whether the vault is open, so the status is read again after each. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Commands } from "../../host/commands";
import { core } from "../../host/core";
import type { CommandFailure } from "../../host/failure";
import { vaultStatus } from "./queries";

type Vault = Commands["vault"];

function useVaultWrite<Input, Output>(run: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation<Output, CommandFailure, Input>({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: vaultStatus.queryKey }),
  });
}

/** No folder means the usual one: the core wants it left out, the screens keep it as null. */
type In<Input> = Omit<Input, "path"> & { path: string | null };
const placed = <Input,>({ path, ...rest }: In<Input>) => ({ ...rest, ...(path !== null && { path }) }) as Input;

export const useCreateVault = () => useVaultWrite((input: In<Vault["create"][0]>) => core.vault.create(placed(input)));
export const useUnlock = () => useVaultWrite((input: In<Vault["unlock"][0]>) => core.vault.unlock(placed(input)));
export const useConfirmRecovery = () => useVaultWrite((code: string) => core.vault.confirmRecovery({ code }));
