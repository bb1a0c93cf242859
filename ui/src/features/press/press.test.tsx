/** Print and export: what is offered where, what is asked of the core, and notes that a file would bring. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { doAction } from "../../frame/actions";
import { type Printable, usePrintable } from "../../frame/printable";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { refuse } from "../../test/pretendHost";
import { PrintDialog } from "./PrintDialog";
import { fileNameOf, formsOf, sheetsOf } from "./sheets";
import { TakeNotes } from "./TakeNotes";

const drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>";

function Shown({ shown: { sheet, id, title } }: { shown: Printable }) {
  usePrintable(sheet, id, title);
  return <><PrintDialog /><TakeNotes /></>;
}

const page = (shown: Printable, answers: Record<string, unknown> = {}) =>
  drawn(<Shown shown={shown} />, {
    answers: {
      "press.preview": { pages: 2, drawing, missing: ["\u9673"], hidden: 3 },
      "press.text": "## Channels\n- Phone\n",
      "press.print": { pages: 2, bytes: 9, missing: [], hidden: 0 },
      "press.write": { bytes: 9, joined: true },
      ...answers,
    },
  });

const canvas: Printable = { sheet: "canvas", id: "c1", title: "How we serve" };

test("shows the first page and prints it without names", async () => {
  const { host, user, container } = page(canvas);
  expect(doAction("press.print")).toBe(true);
  const dialog = await screen.findByRole("dialog", { name: "Print or export" });
  const img = await within(dialog).findByRole("img", { name: "Page 1 of 2 as it will be printed" });
  expect(img.getAttribute("src")).toMatch(/^data:image\/svg\+xml,/);
  expect(within(dialog).getByText(/3 names of people in your book are left out/)).toBeTruthy();
  expect(within(dialog).getByText(/1 character has no font/)).toBeTruthy();
  await noFaults(container);
  await user.click(within(dialog).getByRole("button", { name: "The next page" }));
  await within(dialog).findByRole("img", { name: "Page 2 of 2 as it will be printed" });
  await user.click(within(dialog).getByText("Black and white"));
  await user.type(within(dialog).getByLabelText("Path of the new file"), "/tmp/x.pdf{Enter}");
  await waitFor(() => expect(host.asked.at(-1)).toEqual({ verb: "press.print", input: { what: { sheet: "canvas", canvas: "c1" }, format: "pdf", path: "/tmp/x.pdf", paper: "a4", tones: "plain", names: false } }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("writes a journey as text, with the text to look at", async () => {
  const { host, user } = page({ sheet: "journey", id: "j1", title: "First year" });
  doAction("press.print");
  const dialog = await screen.findByRole("dialog", { name: "Print or export" });
  await user.click(within(dialog).getByRole("button", { name: /As/ }));
  await user.click(await screen.findByRole("option", { name: /Mermaid/ }));
  expect((await within(dialog).findByLabelText("The text as it will be written")).textContent).toContain("## Channels");
  await user.type(within(dialog).getByLabelText("Path of the new file"), "/tmp/x.mmd");
  await user.click(within(dialog).getByRole("button", { name: /Save/ }));
  await waitFor(() => expect(host.asked.at(-1)).toEqual({ verb: "press.write", input: { what: { sheet: "journey", journey: "j1" }, format: "mermaid", path: "/tmp/x.mmd", names: false } }));
});

test("says what a file would bring before it is put on the canvas", async () => {
  const seen = { blocks: [{ block: "channels", name: "Channels", added: ["Visits"], known: 1 }], added: 1, strangers: ["Diary"] };
  const { host, user, container } = page(canvas, {
    "press.previewNotes": ({ text }: { text: string }) => {
      if (!text.startsWith("##")) throw refuse("unknownFormat");
      return seen;
    },
    "press.takeNotes": seen,
    "vault.nextSteps": { undo: null, redo: null },
  });
  doAction("press.take");
  const dialog = await screen.findByRole("dialog", { name: "Notes from Markdown" });
  const box = within(dialog).getByLabelText("Paste it here");
  await user.click(box);
  await user.paste("nothing");
  expect(await within(dialog).findByText(/No heading in it names a block/)).toBeTruthy();
  await user.clear(box);
  await user.paste("## Channels\n- Visits\n");
  expect(await within(dialog).findByText("1 new note")).toBeTruthy();
  expect(within(dialog).getByText(/Diary/)).toBeTruthy();
  await noFaults(container);
  await user.click(within(dialog).getByRole("button", { name: "Put them on the canvas" }));
  await waitFor(() => expect(host.asked.some((one) => one.verb === "press.takeNotes")).toBe(true));
});

test("offers a comparison first where one is open, and forms that a sheet has", () => {
  const compared = sheetsOf({ ...canvas, since: "v3" });
  expect(compared[0]?.what).toEqual({ sheet: "versions", from: "v3" });
  expect(formsOf(compared[0]!)).toEqual(["pdf", "svg", "png"]);
  expect(formsOf(sheetsOf(canvas)[0]!)).toContain("jsonCanvas");
  expect(fileNameOf("../a/b: \u202Ec?", "pdf")).toBe("a b c.pdf");
  expect(fileNameOf("...", "md")).toBe("sheet.md");
});
