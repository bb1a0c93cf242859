/** What the book says beside the questions of a canvas (M093, M099, M101–M104, function A2). */
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { BookAnswers } from "../../bindings/BookAnswers";
import type { Canvas } from "../../bindings/Canvas";
import type { Question } from "../../bindings/Question";
import { aNote, blocks, noAnswers } from "../../test/canvas";
import { drawn } from "../../test/drawn";
import { BookSays } from "./BookSays";

const canvas: Canvas = {
  id: "c1", title: "How we serve", kind: "businessModel", reviewOn: "", links: [{ a: "n1", b: "n2" }], designedFor: "", designedBy: "",
  blocks, notes: [aNote("Regular calls", "relationships")], archived: [], answers: [],
  facts: {
    people: 20, uncovered: 0, withoutPhone: 0, withoutEmail: 0, segments: [], channels: [{ channel: "email", touches: 40, of: 100, felt: null, feltN: 0 }], relations: [{ relation: "personal", count: 3 }], longest: [],
    mostTouched: [{ person: { id: "p1", name: "Ana Ruiz" }, by: "18" }],
  },
};
const nothingBought: BookAnswers["segments"][number]["bought"] = { currencies: [], count: 0, buyers: 0, repeat: 0, repeatShare: null, inBase: null, lacking: [] };
const cafes: BookAnswers["segments"][number] = {
  segment: { id: "s1", name: "Cafés", hue: 1 }, count: 12, lived: "selfService", said: "personal", minutes: 480, bought: nothingBought,
  channel: { channel: "email", touches: 40, asked: 25, answered: 10 },
  planned: { relation: "personal", minutes: 60, cost: 250, currency: "EUR", perks: "", watchedBy: "", takesOver: "" },
};

function says(question: Question, answers: BookAnswers) {
  drawn(<BookSays canvas={canvas} question={question} around={(said) => <p data-testid="said">{said}</p>} />, {
    answers: { "canvas.answers": answers, "canvas.list": [], "purchases.currencies": [{ code: "EUR", digits: 2 }] },
  });
  return () => screen.getByTestId("said").textContent?.replace(/[\u2066-\u2069]/g, "");
}

const spent = [{ person: { id: "p2", name: "Bo Li" }, sum: 123_450, currency: "EUR", digits: 2 }];

test.each<[Question, Partial<BookAnswers>, string]>([
  ["mostRelevant", { spent, returned: [{ person: { id: "p3", name: "Cy Oke" }, by: "4" }] }, "bought most in a year: Bo Li (€1,234.50); came back most often: Cy Oke (4); spoken with most: Ana Ruiz (18)."],
  ["mostRelevant", {}, "spoken with most: Ana Ruiz (18)."],
  ["mostEfficient", { segments: [cafes] }, "E-mail for Cafés (10 of 25 answered)."],
  ["mostEfficient", { segments: [{ ...cafes, channel: { channel: "phone", touches: 1, asked: 0, answered: 0 } }] }, "Phone for Cafés (used most, 1 touchpoint)."],
  ["whichType", { segments: [cafes] }, "Personal assistance for Cafés, though the year looks like Self-service."],
  ["whichType", { segments: [{ ...cafes, lived: null }] }, "Personal assistance for Cafés."],
  ["whatCost", { segments: [cafes] }, "Cafés: 12 h a month planned, €30.00 a month planned, 8 h a month logged."],
  ["joinedUp", { crossed: [{ from: "email", to: "phone", count: 12 }], written: 60, left: 7 }, "you use E-mail (40%). Conversations went on from E-mail → Phone (12). 7 of 60 messages from them had no word of yours in two weeks."],
  ["integrated", { relationships: 2, integrated: 1 }, "1 of 2 notes about relationships are linked to value, resources, costs or revenue."],
  ["integrated", {}, "0 segments, 0 channels and one kind of relationship on this sheet."],
])("%s", async (question, answers, said) => {
  const told = says(question, { ...noAnswers, ...answers });
  await waitFor(() => expect(told()).toBe(said));
});
