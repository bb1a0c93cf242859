/** What opens the vault can be changed, and backups can be made and tried. */
import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { toasts } from "../../components/overlays/toasts";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { refuse } from "../../test/pretendHost";
import { BackupSection } from "./BackupSection";
import { SecuritySection } from "./SecuritySection";

const answers = {
  "vault.status": { state: "unlocked", path: "/vaults/Harbour.rapport", name: "Harbour", keychain: false, cloudFolder: false, needsRecoveryConfirm: false },
  "settings.get": { idleMinutes: 7, dailyBackup: true },
  "settings.save": null,
  "vault.backups": [{ name: "b1", at: Date.UTC(2026, 10, 23), schemaVersion: 3, bytes: 5_300_000 }],
};

test("the passphrase changes when the old one is right and the new one is typed twice", async () => {
  let right = false;
  const { user, host } = drawn(<SecuritySection />, { answers: { ...answers, "vault.changePassphrase": () => { if (!right) throw refuse("wrongKey"); return null; } } });
  await user.click(await screen.findByRole("button", { name: "Change the passphrase" }));
  await user.type(screen.getByLabelText("The passphrase now"), "old");
  await user.type(screen.getByLabelText("The new passphrase"), "odd words");
  await user.type(screen.getByLabelText("The new passphrase again"), "odd w");
  await user.click(screen.getByRole("button", { name: "Change it" }));
  expect(await screen.findByText("The two are not the same.")).toBeTruthy();
  expect(host.lastInput("vault.changePassphrase")).toBeUndefined();
  await user.type(screen.getByLabelText("The new passphrase again"), "ords");
  await user.click(screen.getByRole("button", { name: "Change it" }));
  expect(await screen.findByText("That does not open this vault.", { exact: false })).toBeTruthy();
  await noFaults();
  right = true;
  await user.click(screen.getByRole("button", { name: "Change it" }));
  await vi.waitFor(() => expect(toasts.now()[0]?.text).toBe("The passphrase is changed"));
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("a new recovery code is asked for gravely and shown once", async () => {
  const { user } = drawn(<SecuritySection />, { answers: { ...answers, "vault.newRecoveryCode": "7KQFA-M2XDB" } });
  await user.click(await screen.findByRole("button", { name: "Make a new recovery code" }));
  const sheet = await screen.findByRole("alertdialog", { name: "Make a new recovery code?" });
  expect(document.activeElement?.textContent).toBe("Keep the old one");
  await user.click(within(sheet).getByRole("button", { name: "Make a new code" }));
  expect(await screen.findByText("7KQFA-M2XDB")).toBeTruthy();
  await noFaults();
});

test("a new key asks for the passphrase, says what it leaves behind, and shows the new code once", async () => {
  let right = false;
  const { user, host } = drawn(<SecuritySection />, { answers: { ...answers, "vault.newKey": () => { if (!right) throw refuse("wrongKey"); return "7KQFA-M2XDB"; } } });
  await user.click(await screen.findByRole("button", { name: "Make a new key" }));
  const sheet = await screen.findByRole("alertdialog", { name: "Make a new key?" });
  expect(sheet.textContent).toContain("Older backups keep the key they were made with");
  await user.type(within(sheet).getByLabelText("Your passphrase"), "odd words{Enter}");
  expect(await screen.findByText("That does not open this vault.", { exact: false })).toBeTruthy();
  await noFaults();
  right = true;
  await user.click(within(sheet).getByRole("button", { name: "Make a new key" }));
  expect(await screen.findByText("7KQFA-M2XDB")).toBeTruthy();
  expect(host.lastInput("vault.newKey")).toEqual({ passphrase: "odd words" });
  await noFaults();
  await user.click(screen.getByRole("button", { name: "I have written it down" }));
  expect(screen.queryByText("7KQFA-M2XDB")).toBeNull();
});

test("a backup of an older key is said to be one, not called damaged", async () => {
  const { user } = drawn(<BackupSection />, { answers: { ...answers, "vault.drill": () => { throw refuse("wrongKey", { why: "otherKey" }); } } });
  await user.click(await screen.findByRole("button", { name: "Try restoring it" }));
  await vi.waitFor(() => expect(toasts.now()[0]).toMatchObject({ tone: "plain", text: expect.stringContaining("made before the vault got its new key") as string }));
});

test("an unusual number of minutes stays choosable", async () => {
  drawn(<SecuritySection />, { answers });
  expect(await screen.findByRole("button", { name: /After 7 minutes/ })).toBeTruthy();
});

test("backups are made, tried, and a damaged vault is told plainly", async () => {
  const { user, host } = drawn(<BackupSection />, { answers: { ...answers, "vault.backUp": {}, "vault.drill": null, "vault.check": { ok: false } } });
  await user.click(await screen.findByRole("button", { name: "Back up now" }));
  await vi.waitFor(() => expect(toasts.now()[0]?.text).toBe("Backed up, and read back to be sure"));
  await user.click(screen.getByRole("button", { name: "Try restoring it" }));
  await vi.waitFor(() => expect(host.lastInput("vault.drill")).toBe("b1"));
  await user.click(screen.getByRole("button", { name: "Check the vault" }));
  expect((await screen.findByRole("alert")).textContent).toContain("damaged");
  await noFaults();
});
