/** What a person bought: summed per currency, added, changed and removed by keyboard; rates in Settings. */
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Purchase } from "../../bindings/Purchase";
import type { PurchaseTotals } from "../../bindings/PurchaseTotals";
import { drawn } from "../../test/drawn";
import { onFixedDay } from "../../test/fixedDay";
import { noFaults } from "../../test/noFaults";
import { aPerson } from "../../test/people";
import { PurchasesPanel } from "./PurchasesPanel";
import { RatesSection } from "./RatesSection";

const bought = (part: Partial<Purchase>): Purchase => ({
  id: "b1", person: { id: "p1", name: "Ana" }, organisation: null, organisationName: "", date: "2026-10-02", amount: 41200, currency: "EUR", digits: 2, item: "Box of cups", reference: "A-1", ...part,
});
const none: PurchaseTotals = { currencies: [], count: 0, buyers: 0, repeat: 0, repeatShare: null, inBase: null, lacking: [] };
const sum = (currency: string, digits: number, total: number) => ({ currency, digits, count: 2, sum: total, buyers: 1, repeat: 1, first: "2026-01-05", last: "2026-10-02" });
const codes = [{ code: "EUR", digits: 2 }, { code: "JPY", digits: 0 }, { code: "USD", digits: 2 }];

function panel(items: Purchase[], totals: PurchaseTotals = none) {
  return drawn(<PurchasesPanel person={aPerson()} />, {
    answers: {
      "purchases.ofPerson": () => ({ items, totals }),
      "purchases.currencies": () => codes,
      "purchases.rates": () => ({ base: "", rates: [] }),
      "purchases.save": () => bought({}),
      "purchases.remove": () => null,
    },
  });
}

onFixedDay();

test("sums stand per currency, and together only with the rates that were used", async () => {
  const currencies = [sum("EUR", 2, 81200), sum("JPY", 0, 38500)];
  const { container, unmount } = panel([bought({}), bought({ id: "b2", amount: -4600, item: "Saucers" })], { ...none, currencies, lacking: ["JPY"] });
  const totals = await screen.findByRole("list", { name: "What they come to" });
  expect(within(totals).getByText("€812.00")).toBeTruthy();
  expect(within(totals).getByText("JP¥38,500")).toBeTruthy();
  expect(screen.getByText(/there is no rate for JPY/)).toBeTruthy();
  expect(screen.getByText("given back")).toBeTruthy();
  await noFaults(container);
  unmount();
  const rates = [{ currency: "JPY", rate: "0.0061", day: "2026-11-01" }];
  panel([], { ...none, currencies, inBase: { currency: "EUR", digits: 2, sum: 104685, rates } });
  expect((await screen.findByText(/Together/)).textContent).toBe("Together €1,046.85 · 1 JPY = 0.0061 EUR, 1 Nov 2026");
});

test("a purchase is added by the keyboard, in minor units", async () => {
  const { user, host, container } = panel([]);
  await user.click(await screen.findByRole("button", { name: "Add a purchase" }));
  await user.keyboard("1.234,5");
  await user.type(screen.getByLabelText("What it was"), "Cups{Enter}");
  await noFaults(container);
  const sent = host.lastInput("purchases.save");
  expect(sent).toMatchObject({ person: "p1", amount: 123450, currency: "EUR", item: "Cups", date: "2026-11-23" });
});

test("what is no amount is said and not sent", async () => {
  const { user, host } = panel([bought({})]);
  await user.click(await screen.findByRole("button", { name: /^Change/ }));
  const amount = screen.getByLabelText("Amount");
  await user.clear(amount);
  await user.type(amount, "12.345,678{Enter}");
  expect(screen.getByText("Write an amount like 120 or 120.50.")).toBeTruthy();
  expect(host.lastInput("purchases.save")).toBeUndefined();
});

test("a rate is a number into the base currency", async () => {
  const rates = [{ id: "r1", currency: "USD", base: "EUR", rate: "0.92", day: "2026-11-01" }];
  const { user, host, container } = drawn(<RatesSection />, {
    answers: { "purchases.rates": () => ({ base: "EUR", rates }), "purchases.currencies": () => codes, "purchases.saveRate": () => ({ base: "EUR", rates }) },
  });
  expect(await screen.findByText("1 USD = 0.92 EUR")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /Change the rate/ }));
  const worth = screen.getByLabelText("was worth");
  await user.clear(worth);
  await user.type(worth, "0,95{Enter}");
  await noFaults(container);
  expect(host.lastInput("purchases.saveRate")).toMatchObject({ id: "r1", currency: "USD", rate: "0.95" });
});
