/** Locking: nothing typed is lost, and nothing of it or of what was read stays in the page. */
import { useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import { useEffect, useState } from "react";
import { expect, test } from "vitest";
import { LockAction } from "../app/LockAction";
import { toasts } from "../components/overlays/toasts";
import { VaultGate } from "../features/vault/VaultGate";
import { core } from "../host/core";
import { drawn } from "../test/drawn";
import { doAction } from "./actions";
import { useKeptForm } from "./kept";
import { useWrite } from "./useWrite";

const status = { state: "unlocked", path: "/x/B.rapport", name: "B", keychain: false, cloudFolder: false, needsRecoveryConfirm: false };
let client: QueryClient;

/** A form that is kept, a letter that saves itself when one leaves, and a list that was read. */
function Rooms() {
  const own = useQueryClient();
  useEffect(() => {
    client = own;
  }, [own]);
  const form = useKeptForm(["about", "p1"], { text: "" });
  const people = useQuery({ queryKey: ["people", "list"], queryFn: () => core.people.list({}) }).data;
  const [letter, setLetter] = useState("");
  const save = useWrite({ run: (text: string) => core.drafts.save({ id: "d1", text }) });
  const { mutate } = save;
  useEffect(() => {
    const leave = () => letter && mutate(letter);
    window.addEventListener("pagehide", leave);
    return () => window.removeEventListener("pagehide", leave);
  }, [letter, mutate]);
  return (
    <>
      <LockAction />
      <input aria-label="Note" value={form.values.text} onChange={(event) => form.set({ text: event.target.value })} />
      <input aria-label="Letter" value={letter} onChange={(event) => setLetter(event.target.value)} />
      <p>{people?.items[0]?.name}</p>
      <button type="button" onClick={form.forget}>saved</button>
    </>
  );
}

function gate() {
  let state = "unlocked";
  let typed = "";
  const order: string[] = [];
  const page = drawn(<VaultGate><Rooms /></VaultGate>, {
    answers: {
      "vault.status": () => ({ ...status, state }),
      "vault.lock": () => {
        order.push("lock");
        state = "locked";
        return null;
      },
      "vault.unlock": () => ({ ...status, state: (state = "unlocked") }),
      "settings.typed": () => ({ text: typed }),
      "settings.keepTyped": ({ text }: { text: string }) => {
        order.push("keep");
        typed = text;
        return null;
      },
      "drafts.save": async ({ text }: { text: string }) => {
        await new Promise((done) => setTimeout(done, 20));
        order.push(`letter: ${text}`);
        return null;
      },
      "people.list": { items: [{ name: "Marisol Reyes" }], total: 1 },
    },
  });
  return { ...page, order, typed: () => typed, lockFromOutside: () => { state = "locked"; page.host.tell(["vault"]); } };
}

/** Everything that the page still knows. */
const known = () => JSON.stringify([client.getQueryCache().getAll().map((query) => [query.queryKey, query.state.data]), client.getMutationCache().getAll().map(({ state }) => state), toasts.now()]);

test("locking saves the letter and what is half typed first, then forgets, and brings it back", async () => {
  const { user, order } = gate();
  await screen.findByText("Marisol Reyes");
  await user.type(screen.getByLabelText("Note"), "prefers tea");
  await user.type(screen.getByLabelText("Letter"), "Dear Marisol");
  toasts.say("Logged with Marisol");
  doAction("vault.lock");
  await screen.findByLabelText("Passphrase");
  // Who types slowly has the note kept before the letter; both are safe before the lock.
  expect(order.filter((step) => step !== "keep")).toEqual(["letter: Dear Marisol", "lock"]);
  expect(order).toContain("keep");
  expect(order.at(-1)).toBe("lock");
  expect(known()).not.toMatch(/Marisol|tea/);
  await user.type(screen.getByLabelText("Passphrase"), "four odd words{Enter}");
  expect((await screen.findByLabelText<HTMLInputElement>("Note")).value).toBe("prefers tea");
  expect(known()).not.toContain("four odd words");
});

test("a lock from outside loses nothing that was typed a moment before", async () => {
  const { user, lockFromOutside, typed } = gate();
  await screen.findByText("Marisol Reyes");
  await user.type(screen.getByLabelText("Note"), "prefers tea");
  await waitFor(() => expect(typed()).toContain("prefers tea"));
  lockFromOutside();
  await screen.findByLabelText("Passphrase");
  await waitFor(() => expect(known()).not.toMatch(/Marisol|tea/));
  await user.type(screen.getByLabelText("Passphrase"), "four odd words{Enter}");
  expect((await screen.findByLabelText<HTMLInputElement>("Note")).value).toBe("prefers tea");
});

test("what was saved is no longer kept", async () => {
  const { user, typed } = gate();
  await user.type(await screen.findByLabelText("Note"), "prefers tea");
  await waitFor(() => expect(typed()).toContain("prefers tea"));
  await user.click(screen.getByText("saved"));
  await waitFor(() => expect(typed()).toBe(""));
});
