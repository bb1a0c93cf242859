/** The commands the window relies on before the generated bindings carry them. Replaced by `bindings/Commands` once it exists. */

/** What can go wrong: mirrors `core/src/error.rs`. */
export type Code =
  | "invalid" | "notFound" | "ambiguous" | "locked" | "wrongKey" | "noKeychain" | "noVault" | "vaultExists" | "inUse"
  | "newerVault" | "damagedKeys" | "damagedVault" | "diskFull" | "readOnly" | "unreadable" | "tooLarge" | "unknownFormat"
  | "stopped" | "nothingToUndo" | "optedOut" | "unknownCommand" | "broken";

/** What a write may have changed: mirrors `core/src/topics.rs`. */
export type Topic =
  | "vault" | "people" | "consent" | "touchpoints" | "segments" | "canvas" | "drafts" | "care" | "settings";

/** Where the vault stands. */
export interface VaultStatus {
  state: "none" | "locked" | "unlocked";
  path: string;
  name: string;
  keychain: boolean;
  cloudFolder: boolean;
  needsRecoveryConfirm: boolean;
}

/** A step by the name that a person reads. */
export interface Step {
  id: string;
  /** A key of `strings/steps.ts`. */
  name: string;
  /** What it was done to. */
  subject: string;
  /** When, in milliseconds since 1970. */
  at: number;
}

/** What came of an undo or a redo. */
export interface Undone {
  step: Step;
  /** Records that stayed because they were changed since. */
  kept: number;
}

/** `room: { verb: [input, output] }`. */
export interface Commands {
  vault: {
    status: [null, VaultStatus];
    create: [{ path: string | null; passphrase: string }, { vault: VaultStatus; recoveryCode: string }];
    confirmRecovery: [{ code: string }, null];
    unlock: [{ path: string | null; passphrase?: string | null; recoveryCode?: string | null; keychain?: boolean | null }, VaultStatus];
    lock: [null, null];
    nextSteps: [null, { undo: Step | null; redo: Step | null }];
    undo: [null, Undone];
    redo: [null, Undone];
  };
}
