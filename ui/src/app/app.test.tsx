/** The frame: keys, the palette, undo, the map of keys. */
import { screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { toasts } from "../components/overlays/toasts";
import { doAction, useAction } from "../frame/actions";
import { choices } from "../frame/choices";
import { usePaletteSource } from "../frame/palette";
import { drawn } from "../test/drawn";
import { noFaults } from "../test/noFaults";
import { KeyMap } from "./KeyMap";
import { actionFor, isChord, useKeyboard } from "./keyboard";
import { LockAction } from "./LockAction";
import { Palette } from "./Palette";
import { ranked } from "./ranked";
import { Steps, UndoButton } from "./Steps";

const press = (init: KeyboardEventInit & { key: string }, target: Element = document.body) => {
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
};

describe("keys", () => {
  test.each([
    [{ key: "k", metaKey: true }, "mod+k", true, true],
    [{ key: "k", ctrlKey: true }, "mod+k", true, false],
    [{ key: "k", ctrlKey: true }, "mod+k", false, true],
    [{ key: "Z", ctrlKey: true, shiftKey: true }, "mod+shift+z", false, true],
    [{ key: "Z", ctrlKey: true, shiftKey: true }, "mod+z", false, false],
    [{ key: "?", shiftKey: true }, "?", false, true],
    [{ key: "T", shiftKey: true }, "t", false, false],
    [{ key: "е", code: "KeyT" }, "t", false, true],
    [{ key: "t", altKey: true }, "t", false, false],
  ])("%o is %s (Mac: %s): %s", (init, keys, onMac, is) => {
    expect(isChord(new KeyboardEvent("keydown", init), keys, onMac)).toBe(is);
  });

  test("single letters stay letters in fields, menus and dialogs, and when they are switched off", () => {
    const { container } = drawn(
      <><input aria-label="x" /><div role="dialog"><b>in</b></div><div role="listbox"><b>box</b></div><div role="listbox" data-keys="through"><i>list</i></div></>,
    );
    const at = (selector: string) => actionFor(press({ key: "t" }, container.querySelector(selector) ?? container), false);
    expect(at("input")).toBeNull();
    expect(at("[role=dialog] b")).toBeNull();
    expect(at("[role=listbox] b")).toBeNull();
    expect(at("i")).toBe("touchpoints.log");
    choices.set({ theme: "system", letterKeys: false });
    expect(at("i")).toBeNull();
  });

  test("a field takes back its own typing", () => {
    const { container } = drawn(<input aria-label="x" />);
    expect(actionFor(press({ key: "z", ctrlKey: true }, container.querySelector("input") ?? container), false)).toBeNull();
    expect(actionFor(press({ key: "z", ctrlKey: true }), false)).toBe("steps.undo");
  });

  test("do what is offered, and leave alone what is not", () => {
    const run = vi.fn();
    function Page() {
      useKeyboard();
      useAction("touchpoints.log", run);
      return null;
    }
    drawn(<Page />);
    expect(press({ key: "t" }).defaultPrevented).toBe(true);
    expect(press({ key: "w" }).defaultPrevented).toBe(false);
    expect(run).toHaveBeenCalledOnce();
  });
});

describe("the palette", () => {
  const open = vi.fn();
  function People() {
    usePaletteSource({
      id: "people",
      heading: "People",
      order: 10,
      find: async (text) => ranked(["Ana Silva", "Bo Okafor"], text, (name) => name).map((name) => ({ id: name, title: name, detail: "Harbour", avatar: name, run: () => open(name) })),
    });
    usePaletteSource({ id: "broken", heading: "Broken", order: 1, find: () => Promise.reject(new Error("no")) });
    useAction("people.add", open);
    return null;
  }

  test("finds in groups, moves by arrows, does by Enter", async () => {
    const { user } = drawn(<><People /><Palette /></>);
    doAction("palette.open");
    const field = await screen.findByRole("searchbox");
    await vi.waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard("ok");
    expect(await screen.findByRole("menuitem", { name: "Bo Okafor Harbour" })).toBeTruthy();
    await noFaults();
    await user.keyboard("{Enter}");
    expect(open).toHaveBeenCalledWith("Bo Okafor");
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("has every action that is offered, and Esc closes it", async () => {
    const { user } = drawn(<><People /><Palette /></>);
    doAction("palette.open");
    await screen.findByRole("searchbox");
    await user.keyboard("add a");
    expect(await screen.findByRole("menuitem", { name: "Add a person" })).toBeTruthy();
    await user.keyboard("{Escape}{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("says when nothing fits", async () => {
    const { user } = drawn(<><People /><Palette /></>);
    doAction("palette.open");
    await screen.findByRole("searchbox");
    await user.keyboard("qqq");
    expect(await screen.findByText("Nothing fits “qqq”.")).toBeTruthy();
  });
});

test.each([["lo", ["Log", "Blog", "Léo", "Allow"], ["Log", "Blog", "Allow", "Léo"]], ["leo", ["Log", "Léo"], ["Léo"]], ["", ["b", "a"], ["b", "a"]]])(
  "%o among %j is %j",
  (text, items, found) => expect(ranked(items, text, (item) => item)).toEqual(found),
);

describe("steps", () => {
  const step = { id: "1", name: "logTouchpoint", subject: "Ana", at: 0 };
  const answers = { "vault.nextSteps": { undo: step, redo: null }, "vault.undo": { step, kept: 0 } };

  test("the button names the step, takes it back and says so", async () => {
    const { user, host } = drawn(<><Steps /><UndoButton /></>, { answers });
    await user.click(await screen.findByRole("button", { name: "Undo: log a touchpoint with Ana" }));
    await vi.waitFor(() => expect(toasts.now()[0]?.text).toBe("Undone: log a touchpoint with Ana"));
    expect(host.lastInput("vault.undo")).toEqual({});
  });

  test("an unknown step is the last change", async () => {
    drawn(<UndoButton />, { answers: { "vault.nextSteps": { undo: { ...step, name: "newVerb" }, redo: null } } });
    expect(await screen.findByRole("button", { name: "Undo: the last change" })).toBeTruthy();
  });

  test("with nothing to undo there is no button, and the key says so", async () => {
    const { host } = drawn(<><Steps /><UndoButton /></>, { answers: { "vault.nextSteps": { undo: null, redo: null } } });
    await vi.waitFor(() => expect(host.asked).toHaveLength(1));
    doAction("steps.undo");
    expect(toasts.now()[0]?.text).toBe("There is nothing to undo.");
    expect(screen.queryByRole("button")).toBeNull();
  });
});

test("locking asks the core and clears what was said", async () => {
  const { host } = drawn(<LockAction />, { answers: { "vault.lock": null } });
  toasts.say("Logged a call with Ana");
  doAction("vault.lock");
  await vi.waitFor(() => expect(toasts.now()).toEqual([]));
  expect(host.asked.map((one) => one.verb)).toEqual(["vault.lock"]);
});

test("the map of keys lists them and can switch letters off", async () => {
  const kept = { letterKeys: true };
  const { user, host } = drawn(<KeyMap />, { answers: { "settings.get": kept, "settings.save": kept } });
  doAction("keys.show");
  expect(await screen.findByText("Log a touchpoint")).toBeTruthy();
  await noFaults();
  await user.click(screen.getByRole("switch"));
  await vi.waitFor(() => expect(host.lastInput("settings.save")).toEqual({ letterKeys: false }));
});
