/** The whole keyboard list of the sheet, as a sheet and as an outline: every key of the key map works, and what it did is said. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { AddNote } from "../../bindings/AddNote";
import type { Canvas } from "../../bindings/Canvas";
import type { EditNote } from "../../bindings/EditNote";
import type { MoveNote } from "../../bindings/MoveNote";
import { ToastRegion } from "../../components/overlays/ToastRegion";
import { canvasKeyHelp, keyedActions } from "../../frame/keys";
import { aNote as note, blocks, noAnswers } from "../../test/canvas";
import { drawn } from "../../test/drawn";
import { CanvasPage } from "./CanvasPage";

function page() {
  const canvas = {
    id: "c1", title: "How we serve", kind: "businessModel", reviewOn: "", designedFor: "", designedBy: "", blocks, links: [],
    notes: [note("Cafés", "segments"), note("Clinics", "segments"), note("Phone", "channels")], archived: [], answers: [],
    facts: { people: 0, uncovered: 0, withoutPhone: 0, withoutEmail: 0, segments: [], channels: [], relations: [], longest: [], mostTouched: [] },
  } as unknown as Canvas;
  const at = (id: string) => canvas.notes.findIndex((one) => one.id === id);
  const told = () => {
    made.host.tell(["canvas"]);
    return null;
  };
  const made = drawn(<><CanvasPage /><ToastRegion label="Messages" closeLabel="Close" /></>, {
    answers: {
      "canvas.get": () => structuredClone(canvas),
      "canvas.answers": noAnswers, "canvas.list": [{ id: "c1", title: "How we serve", notes: 3, variantOf: null }], "canvas.snapshots": [], "canvas.lint": [], "segments.list": [],
      "canvas.addNote": ({ id, block, text, after }: AddNote) => {
        canvas.notes.splice(after ? at(after) + 1 : canvas.notes.length, 0, { ...note(id ?? "made", block), text });
        return told();
      },
      "canvas.editNote": ({ id, text }: EditNote) => {
        canvas.notes[at(id)]!.text = text ?? "";
        return told();
      },
      "canvas.moveNote": ({ id, block, before }: MoveNote) => {
        const [moved] = canvas.notes.splice(at(id), 1);
        canvas.notes.splice(before ? at(before) : canvas.notes.length, 0, { ...moved!, block });
        return told();
      },
      "canvas.archiveNote": ({ id }: { id: string }) => {
        canvas.notes.splice(at(id), 1);
        return told();
      },
    },
  });
  return made;
}

const block = (name: string) => screen.getByRole("group", { name });
const here = () => document.activeElement?.getAttribute("data-spot");
const said = () => within(document.body).getAllByRole("status").map(({ textContent }) => textContent).join(" ");

test.each(["As a sheet", "As an outline"])("every key works on the sheet, and what it did is said: %s", async (view) => {
  const { user } = page();
  await user.click(await screen.findByRole("radio", { name: view }));
  // One stop of the Tab key, wherever one is on it.
  const sheet = screen.getByRole("group", { name: "The sheet" });
  const stops = () => [...sheet.querySelectorAll<HTMLElement>("[tabindex='0'], button:not([tabindex='-1'])")].length;
  expect(stops()).toBe(1);
  block("Customer segments").focus();
  await user.keyboard("{End}");
  expect(here()).toBe("Clinics");
  expect(stops()).toBe(1);
  await user.keyboard("{Home}{ArrowDown}");
  expect(here()).toBe("Cafés");
  await user.tab();
  expect(sheet.contains(document.activeElement)).toBe(false);
  await user.tab({ shift: true });
  expect(here()).toBe("Cafés");

  await user.keyboard("nHotels{Enter}{Escape}");
  await waitFor(() => expect(said()).toContain("Added “Hotels”"));
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Hotels"));
  await user.keyboard("{Enter}, small{Enter}");
  await waitFor(() => expect(said()).toContain("Changed to “Hotels, small”"));
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Hotels, small"));
  await user.keyboard("{Enter} and large{Escape}");
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Hotels, small"));
  expect(document.activeElement?.textContent).not.toContain("large");
  await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
  await waitFor(() => expect(said()).toContain("Moved to Customer segments, 1 of 3"));
  await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
  expect(said()).toContain("It is the first one");
  await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
  await waitFor(() => expect(said()).toContain("Moved to Customer segments, 2 of 3"));
  await user.keyboard("m");
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(said()).toMatch(/Moved to (?!Customer segments).*1 of 1/));
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Hotels, small"));
  await user.keyboard("e");
  await waitFor(() => expect(screen.getByRole("region", { name: "How sure are you?" }).contains(document.activeElement)).toBe(true));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Hotels, small"));
  await user.keyboard("l");
  expect(await screen.findByRole("dialog")).toBeTruthy();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Hotels, small"));
  await user.keyboard("{Delete}");
  expect(await screen.findByText("Put away “Hotels, small”")).toBeTruthy();
  block("Customer segments").focus();
  await user.keyboard("{ArrowDown}b");
  expect(await screen.findByRole("dialog", { name: "Which people are these?" })).toBeTruthy();
});

test("the key map holds the whole list", () => {
  const keys = canvasKeyHelp.map((action) => action.keys);
  for (const key of ["tab", "arrows", "n", "enter", "escape", "m", "alt+arrowup", "alt+arrowdown", "l", "e", "b", "delete"]) expect(keys).toContain(key);
  expect([keyedActions["canvas.guide"].keys, keyedActions["sheet.present"].keys]).toEqual(["g", "p"]);
  expect(keys).not.toContain("g");
  expect(keys).not.toContain("p");
});
