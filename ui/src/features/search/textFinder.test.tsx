/** The palette finds what was written, and leads to where it stands. */
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { Palette } from "../../app/Palette";
import type { Hit } from "../../bindings/Hit";
import { doAction } from "../../frame/actions";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { TextFinder } from "./TextFinder";

const ana = { id: "p1", name: "Ana Silva" };
const hit = (part: Partial<Hit>): Hit => ({ kind: "touchpoint", id: "t1", person: ana, title: "Renewal call", snippet: "the new invoices confuse her", marks: [], ...part });
const hits = [
  hit({ kind: "person", id: "p1", title: "Ana Silva", snippet: "" }),
  hit({}),
  hit({ kind: "remember", id: "p1", title: "Ana Silva", snippet: "Her invoices go to Bo" }),
  hit({ kind: "draft", id: "d1", title: "About your invoices" }),
];

test.each([
  [/Renewal call/, "/people/p1"],
  [/to remember · Her invoices go to Bo/, "/people/p1"],
  [/About your invoices/, "/drafts/d1"],
])("%s leads to %s", async (name, place) => {
  const { user, host, where } = drawn(<><TextFinder /><Palette /></>, { answers: { "search.find": { hits } } });
  doAction("palette.open");
  await screen.findByRole("searchbox");
  await user.keyboard("invoices");
  const item = await screen.findByText(name);
  expect(screen.getAllByRole("menuitem")).toHaveLength(3);
  expect(host.lastInput("search.find")).toEqual({ text: "invoices", limit: 8 });
  await noFaults();
  await user.click(item);
  await waitFor(() => expect(where()).toBe(place));
});
