/** What a note leads to (A9): here a template, the one of them that another room keeps. */
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Canvas } from "../../bindings/Canvas";
import type { TemplateInput } from "../../bindings/TemplateInput";
import { aNote, blocks } from "../../test/canvas";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { ActionPart } from "./ActionPart";

const canvas: Canvas = {
  id: "c1", title: "How we serve", kind: "businessModel", reviewOn: "", links: [], designedFor: "", designedBy: "", blocks, notes: [], archived: [], answers: [],
  facts: { people: 0, uncovered: 0, withoutPhone: 0, withoutEmail: 0, segments: [], channels: [], relations: [], longest: [], mostTouched: [] },
};

test("a template begins with what a note says, whatever signs are in it", async () => {
  const saved: TemplateInput[] = [];
  const note = aNote("n1", "value", { text: "Supplies {{ before }} they run out", detail: "On Tuesdays" });
  const { user, container } = drawn(<ActionPart canvas={canvas} note={note} onBind={() => {}} />, {
    answers: {
      "promises.list": { items: [], total: 0 },
      "drafts.saveTemplate": (input: TemplateInput) => {
        saved.push(input);
        return { templates: [], problem: null };
      },
    },
  });
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: /Make of it/ }));
  await user.click(await screen.findByRole("menuitem", { name: "A template of letters" }));
  await waitFor(() => expect(saved).toEqual([
    { kind: "checkIn", language: "en", title: "Supplies (( before )) they run out", subject: "", body: "Supplies (( before )) they run out\n\nOn Tuesdays" },
  ]));
});
