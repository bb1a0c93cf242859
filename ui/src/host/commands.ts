/** The contract with the core, generated from its one list of commands. A misspelt command or a wrong input does not compile. */
import type { LockedCommands } from "../bindings/LockedCommands";
import type { UnlockedCommands } from "../bindings/UnlockedCommands";

/** `room: { verb: [input, output] }`. */
export type Commands = {
  [Room in keyof LockedCommands | keyof UnlockedCommands]: (Room extends keyof LockedCommands ? LockedCommands[Room] : unknown) &
    (Room extends keyof UnlockedCommands ? UnlockedCommands[Room] : unknown);
};

export type { Code } from "../bindings/Code";
export type { BackupInfo } from "../bindings/BackupInfo";
export type { Page } from "../bindings/Page";
export type { Settings } from "../bindings/Settings";
export type { Step } from "../bindings/Step";
export type { Topic } from "../bindings/Topic";
export type { Undone } from "../bindings/Undone";
export type { VaultStatus } from "../bindings/VaultStatus";
