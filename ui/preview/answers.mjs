/** What the pretend core answers. Invented people only. */
import { letters } from "./letters.mjs";

let state = "unlocked";
const status = () => ({ state, path: "/vaults/Harbour.rapport", name: "Harbour", keychain: true, cloudFolder: false, needsRecoveryConfirm: false });
let settings = { idleMinutes: 10, dailyBackup: true, sortLanguage: "en", appearance: "system", letterKeys: true, sender: { name: "Ana Silva", email: "", organisation: "Harbour", solo: false } };
const step = { id: "1", name: "logTouchpoint", subject: "Marisol Reyes Ibarra", at: 1 };

const verbs = {
  ...letters,
  "preview.state": (to) => void (state = to),
  "vault.status": status,
  "vault.create": () => ((state = "unlocked"), { vault: status(), recoveryCode: "7KQF-M2XD-94RT-HWPA-C3ZN-6EYJ-VB8S-5GLU" }),
  "vault.confirmRecovery": ({ code }) => (code.startsWith("7") ? null : { code: "wrongKey", details: {} }),
  "vault.unlock": ({ passphrase }) => (passphrase === "wrong" ? { code: "wrongKey", details: {} } : ((state = "unlocked"), status())),
  "vault.lock": () => ((state = "locked"), null),
  "vault.nextSteps": () => ({ undo: step, redo: null }),
  "vault.backups": () => [3, 2, 1].map((day) => ({ name: `b${day}`, at: Date.UTC(2026, 10, 20 + day, 8), schemaVersion: 3, bytes: 5_312_000 + day })),
  "vault.backUp": () => ({}),
  "vault.check": () => ({ ok: true }),
  "vault.drill": () => null,
  "vault.newRecoveryCode": () => "7KQFA-M2XDB-94RTC-HWPAD-C3ZNE-6EYJF-VB8SG-5GLUH",
  "settings.get": () => settings,
  "settings.save": (to) => (settings = to),
  "vault.undo": () => ({ step, kept: 0 }),
};

export async function answers(verb, input) {
  return (verb in verbs ? verbs[verb](input) : { code: "unknownCommand", details: { verb } }) ?? null;
}
