/** A rule typed as text, faster than the core answers. */
import { screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import { drawn } from "../../test/drawn";
import { RuleTextField } from "./RuleTextField";

function Field() {
  const [text, setText] = useState("");
  return <RuleTextField text={text} onChange={setText} problem={null} />;
}

test("a word that was offered for fewer letters replaces all that was typed since", async () => {
  const answers = new Map([["spe", { from: 0, to: 3, words: ["spent", "special"], wanted: [] }]]);
  const { user } = drawn(<Field />, {
    answers: { "segments.completeText": ({ text }: { text: string }) => answers.get(text) ?? new Promise<never>(() => {}) },
  });
  const field = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Rule as text" });
  await user.type(field, "spe");
  await screen.findByRole("option", { name: "special" });
  await user.type(field, "n");
  await waitFor(() => expect(screen.queryByRole("option", { name: "special" })).toBeNull());
  await user.keyboard("{Tab}");
  expect(field.value).toBe("spent ");
});
