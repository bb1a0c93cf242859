/** One sentence for every code the core can answer with: what happened, what is safe, what to do. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import type { Code } from "../host/commands";
import { toFailure } from "../host/failure";

const sentences = {
  invalid: msg`That cannot be saved like this. Look at what is marked, then try again.`,
  notFound: msg`This is no longer there. It may have been deleted or merged in the meantime.`,
  ambiguous: msg`More than one answers to that name. Choose the one you mean.`,
  locked: msg`The vault is locked. Unlock it and try again; nothing was changed.`,
  wrongKey: msg`That does not open this vault. Check capital letters and the keyboard layout.`,
  noKeychain: msg`This computer’s keychain has no key for this vault. Use your passphrase.`,
  noVault: msg`There is no vault in that folder.`,
  vaultExists: msg`There is a vault in that folder already. Open it, or choose another folder.`,
  inUse: msg`Another program has this vault open. Close it there, then try again.`,
  newerVault: msg`A newer Rapport wrote this vault. Update Rapport to open it; the vault is unharmed.`,
  damagedKeys: msg`The file with the vault’s keys is damaged. Bring back vault.keys from a backup; your records are untouched.`,
  damagedVault: msg`The vault’s database is damaged. Restore the latest backup; Rapport has written nothing into it.`,
  diskFull: msg`The disk is full. What you had is safe; make room and try again.`,
  readOnly: msg`Rapport may not write to that folder. Check its permissions, or choose another one.`,
  unreadable: msg`That file cannot be read.`,
  tooLarge: msg`That file is larger than Rapport accepts.`,
  unknownFormat: msg`Rapport does not know this kind of file.`,
  stopped: msg`Stopped. Nothing was changed.`,
  nothingToUndo: msg`There is nothing left to undo.`,
  optedOut: msg`This person asked not to be written to this way.`,
  unknownCommand: msg`This window and the core do not fit together. Restart Rapport.`,
  broken: msg`Something broke that should not have. Your last saved step is safe; try again, and restart Rapport if it stays.`,
} as const satisfies Record<Code, MessageDescriptor>;

/** Turns anything thrown into its sentence. */
export function useSentence(): (thrown: unknown) => string {
  const { _ } = useLingui();
  return (thrown) => _(sentences[toFailure(thrown).code] ?? sentences.broken);
}
