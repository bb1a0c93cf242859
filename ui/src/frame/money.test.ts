/** Amounts are read as people of several regions write them, and never rounded in silence. */
import { expect, test } from "vitest";
import { moneyText, plainAmount, readAmount } from "./money";

test("amounts are read whatever marks they are written with", () => {
  const cases: [string, number, number | null][] = [
    ["1234", 2, 123400], ["1234.5", 2, 123450], ["1.234,50", 2, 123450], ["1,234.50", 2, 123450], ["1 234,5", 2, 123450],
    ["1’234.05", 2, 123405], ["1,234", 2, 123400], ["1.234.567", 2, 123456700], ["12,5", 2, 1250], ["-12", 2, -1200], ["−0,50", 2, -50],
    [".5", 2, 50], ["1500", 0, 1500], ["1,500", 0, 1500], ["1.5", 0, null], ["1.005", 3, 1005], ["1.0051", 3, null], ["1.005,5", 2, 100550],
    ["12.345,678", 2, null], ["", 2, null], ["abc", 2, null], ["1e5", 2, null], ["12 EUR", 2, null], ["99999999999999999", 2, null],
  ];
  for (const [text, digits, minor] of cases) expect([text, readAmount(text, digits)]).toEqual([text, minor]);
});

test("amounts are shown with the digits of their currency, and read back", () => {
  expect(moneyText("en-GB", 123450, "EUR", 2)).toBe("€1,234.50");
  expect(moneyText("en-GB", 38500, "JPY", 0)).toBe("JP¥38,500");
  expect(moneyText("en-GB", 1234, "KWD", 3)).toMatch(/^KWD\s1\.234$/);
  for (const [minor, digits] of [[123405, 2], [-7, 2], [1500, 0], [1001, 3]] as const) expect(readAmount(plainAmount(minor, digits), digits)).toBe(minor);
});
