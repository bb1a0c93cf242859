/** A fixed day and British English, for the tests of a file whose screens show days. */
import { afterEach, beforeEach, vi } from "vitest";
import { NOW } from "./people";

/** Timers keep running: only the day stands still. */
export function onFixedDay(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
    vi.spyOn(navigator, "languages", "get").mockReturnValue(["en-GB"]);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}
