/** Inside the desktop window: what is asked of the host, in which words. Outside it: nothing. */
import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tellActivity } from "./activity";
import { shell } from "./shell";
import { insideWindow, tauri } from "./tauri";

describe("in the window", () => {
  const asked: [string, unknown][] = [];
  beforeEach(() => {
    asked.length = 0;
    mockIPC((command, input) => {
      asked.push([command, input]);
      return command === "pick_folder" ? "/vaults" : null;
    });
  });
  afterEach(() => {
    clearMocks();
    Reflect.deleteProperty(window, "__TAURI_INTERNALS__");
  });

  test("a request goes through the one command", async () => {
    await tauri.call("people", "list", { text: "ana" });
    expect(asked).toEqual([["call", { room: "people", verb: "list", input: { text: "ana" } }]]);
  });

  test("dialogs are asked for by name", async () => {
    expect(insideWindow()).toBe(true);
    expect(await shell.pickFolder("Where?")).toBe("/vaults");
    await shell.saveFile("Save", "people.csv", []);
    expect(asked.map(([command]) => command)).toEqual(["pick_folder", "save_file"]);
  });

  test("activity is told now and then, not at every key", () => {
    let now = 0;
    const stop = tellActivity(() => now);
    const press = () => window.dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
    press();
    now = 5_000;
    press();
    now = 16_000;
    press();
    stop();
    now = 60_000;
    press();
    expect(asked.map(([command]) => command)).toEqual(["activity", "activity"]);
  });
});

test("in a browser there are no dialogs, and nobody is told of activity", async () => {
  const listen = vi.spyOn(window, "addEventListener");
  expect(shell.canPick()).toBe(false);
  expect(await shell.pickFile("Which?", [])).toBeNull();
  tellActivity()();
  shell.onDropped(vi.fn())();
  expect(listen).not.toHaveBeenCalled();
});
