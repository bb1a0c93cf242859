/** The way in: making a vault, writing the code down, opening, and what is said when it does not open. */
import { screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import type { VaultStatus } from "../../host/commands";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { refuse } from "../../test/pretendHost";
import { guessBits, strengthOf } from "./strength";
import { VaultGate } from "./VaultGate";

const status: VaultStatus = { state: "locked", path: "/vaults/Harbour.rapport", name: "Harbour", keychain: false, cloudFolder: false, needsRecoveryConfirm: false };
const code = "7KQFA-M2XDB-94RTC-HWPAD-C3ZNE-6EYJF-VB8SG-5GLUH";

function gate(first: Partial<VaultStatus>, answers: Record<string, unknown> = {}) {
  let now = { ...status, ...first };
  const page = drawn(<VaultGate><p>the rooms</p></VaultGate>, {
    answers: {
      "vault.status": () => now,
      "vault.unlock": () => (now = { ...now, state: "unlocked" }),
      "vault.create": async () => {
        now = { ...now, state: "unlocked", needsRecoveryConfirm: true };
        // As the core does it: the news is out before the answer.
        page.host.tell(["vault"]);
        await vi.waitFor(() => expect(page.host.asked.at(-1)?.verb).toBe("vault.status"));
        await new Promise((done) => setTimeout(done, 20));
        return { vault: now, recoveryCode: code };
      },
      "vault.confirmRecovery": () => {
        now = { ...now, needsRecoveryConfirm: false };
        return null;
      },
      ...answers,
    },
  });
  return page;
}

test("a new recovery code is asked for at the next unlocking, and throws nobody out of the rooms", async () => {
  const { user, host } = gate({ state: "unlocked" });
  await screen.findByText("the rooms");
  const told = (now: Partial<VaultStatus>) => {
    host.answers["vault.status"] = { ...status, needsRecoveryConfirm: true, ...now };
    host.tell(["vault"]);
  };
  const before = host.asked.length;
  told({ state: "unlocked" });
  await vi.waitFor(() => expect(host.asked.slice(before).some(({ verb }) => verb === "vault.status")).toBe(true));
  expect(screen.getByText("the rooms")).toBeTruthy();
  told({ state: "locked" });
  await screen.findByLabelText("Passphrase");
  host.answers["vault.status"] = { ...status, state: "unlocked", needsRecoveryConfirm: true };
  await user.keyboard("four odd words{Enter}");
  await user.click(await screen.findByRole("button", { name: "Later" }));
  expect(await screen.findByText("the rooms")).toBeTruthy();
});

describe("unlocking", () => {
  test("by passphrase, with Enter", async () => {
    const { user, host } = gate({});
    await screen.findByRole("heading", { name: "Harbour" });
    await noFaults();
    await user.keyboard("four odd words here{Enter}");
    expect(await screen.findByText("the rooms")).toBeTruthy();
    expect(host.lastInput("vault.unlock")).toEqual({ passphrase: "four odd words here" });
  });

  test.each([
    [refuse("wrongKey"), "That does not open this vault."],
    [refuse("newerVault"), "A newer Rapport wrote this vault."],
    [refuse("damagedVault"), "The vault’s database is damaged."],
    [refuse("inUse"), "Another program has this vault open."],
  ])("says what is wrong: %s", async (failure, words) => {
    const { user } = gate({}, { "vault.unlock": () => { throw failure; } });
    await user.type(await screen.findByLabelText("Passphrase"), "nope{Enter}");
    expect(await screen.findByText(words, { exact: false })).toBeTruthy();
    expect(screen.queryByText("the rooms")).toBeNull();
  });

  test("with this computer, and says that it waits for the keychain", async () => {
    const { user, host } = gate({ keychain: true }, { "vault.unlock": () => new Promise(() => undefined) });
    await user.click(await screen.findByRole("button", { name: "Unlock with this computer" }));
    expect(await screen.findByText("Waiting for your keychain…")).toBeTruthy();
    expect(host.lastInput("vault.unlock")).toEqual({ keychain: true });
  });

  test("by the recovery code, naming the group with a slip", async () => {
    const { user } = gate({}, { "vault.unlock": () => { throw refuse("invalid", { field: "recoveryCode", why: "typo", group: 3 }); } });
    await user.click(await screen.findByRole("button", { name: "Use the recovery code" }));
    await user.type(screen.getByLabelText("Recovery code"), "7KQFA{Enter}");
    expect(await screen.findByText("There is a slip in group 3.", { exact: false })).toBeTruthy();
  });

  test("another folder", async () => {
    const { user, host } = gate({});
    await user.click(await screen.findByRole("button", { name: "Open another vault" }));
    await user.type(screen.getByLabelText("Folder"), "/media/stick/Two.rapport");
    await user.type(screen.getByLabelText("Passphrase"), "abc{Enter}");
    await vi.waitFor(() => expect(host.lastInput("vault.unlock")).toEqual({ path: "/media/stick/Two.rapport", passphrase: "abc" }));
  });

  test("a folder without a vault is told at the folder", async () => {
    const { user } = gate({}, { "vault.unlock": () => { throw refuse("noVault"); } });
    await user.click(await screen.findByRole("button", { name: "Open another vault" }));
    await user.type(screen.getByLabelText("Folder"), "/tmp");
    await user.type(screen.getByLabelText("Passphrase"), "abc{Enter}");
    await vi.waitFor(() => expect(screen.getByLabelText("Folder").getAttribute("aria-invalid")).toBe("true"));
  });

  test("warns of a folder kept by a cloud service", async () => {
    gate({ cloudFolder: true });
    expect(await screen.findByText("This folder is kept in step by a cloud service.", { exact: false })).toBeTruthy();
  });
});

describe("making a vault", () => {
  test("shows the code once, has it typed back, then opens the rooms", async () => {
    const { user, host } = gate({ state: "none" });
    await user.type(await screen.findByLabelText("Passphrase"), "four odd words here");
    await user.type(screen.getByLabelText("The passphrase again"), "four odd words here{Enter}");
    expect((await screen.findByLabelText("Recovery code")).textContent).toBe(code);
    expect(host.lastInput("vault.create")).toEqual({ passphrase: "four odd words here" });
    await noFaults();
    await user.click(screen.getByRole("button", { name: "I have written it down" }));
    expect(screen.queryByText(code), "it is typed from paper").toBeNull();
    await user.type(screen.getByLabelText("Recovery code"), `${code}{Enter}`);
    expect(await screen.findByText("the rooms")).toBeTruthy();
    expect(host.lastInput("vault.confirmRecovery")).toEqual({ code });
  });

  test("does not begin with a short passphrase or two different ones", async () => {
    const { user, host } = gate({ state: "none" });
    await user.type(await screen.findByLabelText("Passphrase"), "short{Enter}");
    expect(await screen.findByText("At least 8 signs.")).toBeTruthy();
    await user.type(screen.getByLabelText("Passphrase"), " but longer");
    await user.type(screen.getByLabelText("The passphrase again"), "something else{Enter}");
    expect(await screen.findByText("The two are not the same.")).toBeTruthy();
    expect(host.lastInput("vault.create")).toBeUndefined();
    await noFaults();
  });

  test("a wrong code typed back keeps the door shut", async () => {
    const { user } = gate({ state: "unlocked", needsRecoveryConfirm: true }, { "vault.confirmRecovery": () => { throw refuse("wrongKey"); } });
    await user.type(await screen.findByLabelText("Recovery code"), "ABC{Enter}");
    expect(await screen.findByText("That is not the code of this vault.", { exact: false })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Later" }));
    expect(await screen.findByText("the rooms")).toBeTruthy();
  });
});

test("when the core does not answer there is a page that says so", async () => {
  const { user, host } = gate({}, { "vault.status": () => { throw refuse("broken"); } });
  expect(await screen.findByRole("heading", { name: "Rapport could not start" })).toBeTruthy();
  host.answers["vault.status"] = { ...status, state: "unlocked" };
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("the rooms")).toBeTruthy();
});

test("news of the vault brings the lock screen up", async () => {
  const { host } = gate({ state: "unlocked" });
  await screen.findByText("the rooms");
  host.answers["vault.status"] = status;
  host.tell(["vault"]);
  expect(await screen.findByRole("heading", { name: "Harbour" })).toBeTruthy();
});

test.each([
  ["", "empty"], ["abc", "weak"], ["password1234", "weak"], ["aaaaaaaaaaaaaaaa", "weak"], ["abcdefghijkl", "weak"],
  ["Tr0ub4dor&3", "good"], ["harbour lights tinker", "fair"], ["harbour lights tinker seven", "good"], ["harbour lights tinker seven olive", "strong"], ["海港灯光修补匠七橄榄", "good"],
])("%o is %s", (phrase, strength) => expect(strengthOf(phrase), `${guessBits(phrase)} bits`).toBe(strength));
