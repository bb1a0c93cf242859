/** A file is looked at, brought in, and taken back; what is left out is named with its line. */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { ExchangePage } from "./ExchangePage";
import { choose } from "./file";

const preview = {
  format: "vCard", encoding: "UTF-8", table: null, dateQuestion: null, created: 1, changed: 1, same: 0, remarks: [],
  rows: [
    { line: 1, name: "Ana Ruiz", outcome: "created", adds: [] },
    { line: 9, name: "يوسف حداد", outcome: "changed", adds: ["reach", "note"] },
  ],
  problems: [{ line: 20, what: "BEGIN:VCARD", why: "cardCutOff" }],
};
const receipt = { created: 1, changed: 1, same: 0, problems: preview.problems, undo: "step" };
const answers = {
  "exchange.preview": preview,
  "exchange.import": receipt,
  "vault.progress": { done: 0, total: 0 },
  "vault.undo": { step: { id: "step", name: "importFile", subject: "a.vcf", at: 0 }, kept: 0 },
};

beforeEach(() => choose(null));

test("a file goes from a look to a receipt and back", async () => {
  const user = userEvent.setup();
  const { container } = drawn(<ExchangePage />, { answers });
  await user.type(screen.getByLabelText("Path of the file"), "contacts/a.vcf{Enter}");
  await screen.findByText("adds to somebody");
  expect(screen.queryByText("The card is cut off before its end.")).not.toBeNull();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Import" }));
  await screen.findByText("It is in your book.");
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Undo this import" }));
  await waitFor(() => expect(screen.queryByText(/as it was before/)).not.toBeNull());
});
