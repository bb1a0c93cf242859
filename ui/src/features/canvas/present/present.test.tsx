/** Presenting the canvas: block after block by keys, figures under bound notes, the whole sheet at the end. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Canvas } from "../../../bindings/Canvas";
import type { Note } from "../../../bindings/Note";
import { aNote as note, blocks } from "../../../test/canvas";
import { drawn } from "../../../test/drawn";
import { noFaults } from "../../../test/noFaults";
import { unjudged } from "../actions";
import { Presentation } from "./Presentation";

const notes = [
  note("Roasters", "partners"),
  note("Cafés", "segments", { hue: 1, figures: { of: "segment", segment: { id: "s1", name: "Cafés", hue: 1 }, count: 214, people: 900 } }),
  note("Hotels", "segments", { judgement: { ...unjudged, evidence: "assumption" } }),
];
const canvas = (some: Note[]): Canvas => ({ id: "c1", title: "How we serve", kind: "businessModel", blocks, notes: some }) as unknown as Canvas;
const shown = () => screen.getByRole("heading", { level: 2 }).textContent;
const said = () => screen.getByRole("status").textContent;

test("goes through the blocks that hold something and ends with the whole sheet", async () => {
  const onClose = vi.fn();
  const { user } = drawn(<Presentation canvas={canvas(notes)} onClose={onClose} />);
  const dialog = screen.getByRole("dialog", { name: /Presentation of “.*How we serve.*”/ });
  expect(shown()).toBe("Key partners");
  expect(said()).toBe("Key partners, 1 of 3. One note");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("group", { name: "Key partners" })));
  await user.keyboard("{ArrowRight}");
  expect(shown()).toBe("Customer segments");
  expect(said()).toBe("Customer segments, 2 of 3. 2 notes");
  const list = screen.getByRole("list");
  expect(within(list).getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(["Cafés, Green214 people", "Hotelsassumption"]);
  await noFaults();
  await user.keyboard(" ");
  expect(said()).toBe("The whole sheet, 3 of 3. 3 notes");
  expect(within(dialog).getAllByRole("heading", { level: 2 })).toHaveLength(9);
  expect(screen.getByText(/Strategyzer\.com, CC BY-SA/)).toBeTruthy();
  await noFaults();
  await user.keyboard("{PageDown}{ArrowLeft}");
  expect(shown()).toBe("Customer segments");
  await user.keyboard("{Home}");
  expect(shown()).toBe("Key partners");
  await user.keyboard("{PageUp}{End}");
  expect(said()).toBe("The whole sheet, 3 of 3. 3 notes");
  await user.keyboard("{Shift>} {/Shift}");
  expect(shown()).toBe("Customer segments");
  await user.click(screen.getByRole("button", { name: "Next" }));
  expect(screen.getByRole("button", { name: "Next" })).toHaveProperty("disabled", true);
  expect(onClose).not.toHaveBeenCalled();
  await user.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledOnce();
});

test("a block with many notes takes pages; turning back comes to its last one", async () => {
  // Notes of 100 pixels on a stage of 600, in one column: jsdom lays nothing out.
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue({ height: 100 } as DOMRect);
  const many = Array.from({ length: 40 }, (_, n) => note(`Note ${n}`, "partners"));
  const { user } = drawn(<Presentation canvas={canvas([...many, note("Cafés", "segments")])} onClose={vi.fn()} />);
  await waitFor(() => expect(said()).toMatch(/^Key partners, 1 of 3, page 1 of \d+\. 40 notes$/));
  const pages = Number(/of (\d+)\./.exec(said() ?? "")?.[1]);
  const seen: (string | null)[] = [];
  for (let page = 1; page <= pages; page += 1) {
    expect(said()).toContain(`page ${page} of ${pages}`);
    seen.push(...screen.getAllByRole("listitem").map(({ textContent }) => textContent));
    await user.keyboard("{ArrowDown}");
  }
  expect(seen).toEqual(many.map(({ text }) => text));
  expect(said()).toBe("Customer segments, 2 of 3. One note");
  await user.keyboard("{ArrowUp}");
  expect(said()).toContain(`page ${pages} of ${pages}`);
  vi.restoreAllMocks();
});

test("an empty canvas shows its sheet at once; the full screen is asked for only where there is one", async () => {
  const { user, unmount } = drawn(<Presentation canvas={canvas([])} onClose={vi.fn()} />);
  expect(said()).toBe("The whole sheet, 1 of 1. 0 notes");
  expect(screen.queryByRole("button", { name: "Full screen" })).toBeNull();
  unmount();
  const ask = vi.fn(() => Promise.resolve());
  Object.assign(document, { fullscreenEnabled: true });
  document.documentElement.requestFullscreen = ask;
  drawn(<Presentation canvas={canvas([])} onClose={vi.fn()} />);
  await user.keyboard("f");
  expect(ask).toHaveBeenCalledOnce();
  Object.assign(document, { fullscreenEnabled: false });
});
