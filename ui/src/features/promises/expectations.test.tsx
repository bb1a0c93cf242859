/** What people may expect, what they were told, and what our firm commits itself to (rows M048, M033, M061, M200). */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Contradiction } from "../../bindings/Contradiction";
import type { Expectation } from "../../bindings/Expectation";
import type { Commitment } from "../../bindings/Commitment";
import type { Told } from "../../bindings/Told";
import { drawn } from "../../test/drawn";
import { onFixedDay } from "../../test/fixedDay";
import { noFaults } from "../../test/noFaults";
import { aPerson } from "../../test/people";
import { ExpectationsPage } from "./ExpectationsPage";
import { ToldPanel } from "./ToldPanel";

const person = { id: "p1", name: "Marisol Reyes Ibarra" };
const price: Expectation = {
  id: "e1", topic: "price", name: "Monthly box", text: "42 € a month", since: "2026-11-01", endedOn: null, told: 1, toldBefore: 2,
  wordings: [{ id: "w2", text: "42 € a month", since: "2026-11-01" }, { id: "w1", text: "38 € a month", since: "2025-03-02" }],
};
const old: Told = { id: "t1", person, topic: "price", text: "38 € a month", day: "2025-03-10", expectation: "e1", touchpoint: null, holds: false };
const commitment: Commitment = { id: "g1", area: "environment", text: "Boxes are used again", proof: "", since: null, provenUntil: null, isProven: false };
const pair: Contradiction = {
  person, topic: "price",
  first: { written: "38 €", text: "The box is 38 € a month.", day: "2026-03-10", channel: "email", touchpoint: "x1" },
  then: { written: "42 €", text: "Told her 42 €", day: "2026-10-01", channel: null, touchpoint: null },
};

function shown(page: React.ReactElement, expectations: Expectation[], pairs: Contradiction[] = []) {
  return drawn(page, {
    answers: {
      "promises.expectations": () => expectations,
      "promises.told": () => ({ items: [old], total: 1 }),
      "promises.commitments": () => [commitment],
      "promises.saveExpectation": () => price,
      "promises.saveCommitment": () => commitment,
      "promises.tell": () => old,
      "promises.removeTold": () => null,
      "drafts.contradictions": () => pairs,
    },
  });
}

onFixedDay();

test("an expectation is added, gets other words from today on, and says who knows older ones", async () => {
  const { user, host, container } = shown(<ExpectationsPage />, [price]);
  const list = await screen.findByRole("list", { name: "Expectations" });
  expect(within(list).getByText("1 person was told")).toBeTruthy();
  expect(within(list).getByText("2 know older words")).toBeTruthy();
  await noFaults(container);
  await user.click(within(list).getByRole("button", { name: /^Every wording/ }));
  expect(within(list).getByText("38 € a month")).toBeTruthy();
  await user.click(within(list).getByRole("button", { name: /^Who was told/ }));
  expect(await within(list).findByRole("link", { name: "Marisol Reyes Ibarra" })).toBeTruthy();
  await user.click(within(list).getByRole("button", { name: /What may be expected of/ }));
  await user.keyboard("{Control>}a{/Control}45 € a month{Control>}{Enter}{/Control}");
  await waitFor(() => expect(host.lastInput("promises.saveExpectation")).toEqual({ id: "e1", text: "45 € a month", since: "2026-11-23" }));
  await user.type(screen.getByLabelText("What one calls it"), "Repairs");
  await user.type(screen.getByLabelText("What may be expected"), "within two days{Enter}");
  await waitFor(() => expect(host.lastInput("promises.saveExpectation")).toEqual({ topic: "price", name: "Repairs", text: "within two days" }));
});

test("a commitment says that it has no proof, and takes one", async () => {
  const { user, host, container } = shown(<ExpectationsPage />, []);
  expect(await screen.findByText("Nothing is written down yet")).toBeTruthy();
  await user.click(screen.getByRole("tab", { name: "Commitments" }));
  const list = await screen.findByRole("list", { name: "Commitments" });
  expect(within(list).getByText("no proof yet")).toBeTruthy();
  await noFaults(container);
  await user.click(within(list).getByRole("button", { name: /Where the proof is/ }));
  await user.keyboard("Report, page 4{Enter}");
  await waitFor(() => expect(host.lastInput("promises.saveCommitment")).toEqual({ id: "g1", proof: "Report, page 4" }));
});

test("what somebody was told in two ways stands side by side", async () => {
  const { user, container } = shown(<ExpectationsPage />, [], [pair]);
  await user.click(await screen.findByRole("tab", { name: "Told in two ways" }));
  const list = await screen.findByRole("list", { name: "Told in two ways" });
  for (const words of ["38 €", "42 €", "noted as told", "The box is 38 € a month."]) expect(within(list).getByText(words)).toBeTruthy();
  await noFaults(container);
});

test("on a person’s page stands what they were told; something of the sheet is noted with its day", async () => {
  const { user, host, container } = shown(<ToldPanel person={aPerson()} />, [price], [pair]);
  const list = await screen.findByRole("list", { name: "What Marisol Reyes Ibarra was told" });
  expect(within(list).getByText("other words hold now")).toBeTruthy();
  expect(await screen.findByRole("list", { name: "Told in two ways" })).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Note what they were told" }));
  const sheet = await screen.findByRole("dialog", { name: "Note what they were told" });
  await user.click(screen.getByRole("button", { name: "Note it" }));
  expect(await within(sheet).findByText("Say what they were told.")).toBeTruthy();
  await user.click(within(sheet).getByRole("button", { name: /What they were told/ }));
  await user.click(await screen.findByRole("option", { name: /Monthly box/ }));
  await user.click(screen.getByRole("button", { name: "Note it" }));
  await waitFor(() => expect(host.lastInput("promises.tell")).toEqual({ person: "p1", day: "2026-11-23", expectation: "e1" }));
  await user.click(within(list).getByRole("button", { name: /^Remove/ }));
  await waitFor(() => expect(host.lastInput("promises.removeTold")).toEqual({ id: "t1" }));
});
