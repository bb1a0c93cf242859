/** What rooms and the frame agree on. */
import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { toasts } from "../components/overlays/toasts";
import type { CommandFailure } from "../host/failure";
import { drawn } from "../test/drawn";
import { refuse } from "../test/pretendHost";
import { doAction, useAction, useOffered } from "./actions";
import { choices } from "./choices";
import { formatFor, regionOf } from "./format";
import { keyedActions, listKeyHelp } from "./keys";
import { usePages } from "./pageQueries";
import { FollowSettings, useSaveSettings } from "./settings";
import { useWrite } from "./useWrite";

test("no key means two things", () => {
  const keys = [...Object.values(keyedActions), ...listKeyHelp].map((action) => action.keys as string);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});

describe("actions", () => {
  function Offer({ run, can = true }: { run: () => void; can?: boolean }) {
    useAction("touchpoints.log", run, can);
    return null;
  }
  function Told() {
    return <p>{[...useOffered()].join(" ")}</p>;
  }

  test("are done by the last who offered, and by the one before once that is gone", () => {
    const frames = vi.fn();
    const pages = vi.fn();
    const { rerender } = drawn(<><Offer run={frames} /><Offer run={pages} /><Told /></>);
    expect(screen.getByText("touchpoints.log")).toBeTruthy();
    expect(doAction("touchpoints.log")).toBe(true);
    expect([frames.mock.calls.length, pages.mock.calls.length]).toEqual([0, 1]);
    act(() => rerender(<Offer run={frames} />));
    doAction("touchpoints.log");
    expect(frames).toHaveBeenCalledOnce();
  });

  test("are not offered while they cannot be done", () => {
    drawn(<Offer run={vi.fn()} can={false} />);
    expect(doAction("touchpoints.log")).toBe(false);
  });
});

describe("formats", () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-23T10:00:00") }));
  afterEach(() => void vi.useRealTimers());

  test("leave out the year when it is this one, and keep a day on its day", () => {
    const format = formatFor("en-GB");
    expect(format.day("2026-09-21")).toBe("21 Sept");
    expect(format.day("2025-09-21")).toBe("21 Sept 2025");
    expect(format.longDay(Date.now())).toBe("Monday 23 November");
    expect(format.money(32, "EUR")).toBe("€32");
    expect(format.list(["Ana", "Bo", "Chi"])).toBe("Ana, Bo and Chi");
  });

  test.each([["en", ["de-DE", "en-ZA"], "en-ZA"], ["en", ["de-DE"], "en-GB"], ["de", ["de-CH"], "de-CH"], ["de", [], "de"]])("%s with %j is %s", (language, system, region) => {
    expect(regionOf(language, system)).toBe(region);
  });
});

describe("a write", () => {
  function Writer({ run }: { run: () => Promise<string> }) {
    const write = useWrite({ run, done: (name) => `Added ${name}` });
    return <button type="button" onClick={() => write.mutate(undefined)}>go</button>;
  }

  test("says what was done, with the way back", async () => {
    const { user } = drawn(<Writer run={async () => "Ana"} />);
    await user.click(screen.getByText("go"));
    await vi.waitFor(() => expect(toasts.now()[0]).toMatchObject({ text: "Added Ana", action: { label: "Undo" } }));
  });

  test("its Undo takes back its own step, whatever came after", async () => {
    const undone: unknown[] = [];
    let steps = 0;
    function Two() {
      useAction("steps.undo", (said) => undone.push(said?.step));
      // The first one is slow, and the second one is pressed before it is done.
      const slow = useWrite({ run: async () => { await new Promise((done) => setTimeout(done, 30)); steps = 1; }, done: () => "slow" });
      const fast = useWrite({ run: async () => { steps = 2; }, done: () => "fast" });
      const nothing = useWrite({ run: async () => undefined, done: () => "nothing changed" });
      return <button type="button" onClick={() => { slow.mutate(undefined); fast.mutate(undefined); nothing.mutate(undefined); }}>go</button>;
    }
    const { user } = drawn(<Two />, { answers: { "vault.nextSteps": () => ({ undo: { id: `s${steps}`, name: "", subject: "", at: 0 }, redo: null }) } });
    await user.click(screen.getByText("go"));
    await vi.waitFor(() => expect(toasts.now().map(({ text }) => text)).toEqual(["slow", "fast", "nothing changed"]));
    expect(toasts.now()[2]?.action).toBeUndefined();
    toasts.now()[0]?.action?.run();
    expect(undone).toEqual(["s1"]);
  });

  test("says in a sentence why it was refused", async () => {
    const { user } = drawn(<Writer run={() => Promise.reject<string>(refuse("diskFull") satisfies CommandFailure)} />);
    await user.click(screen.getByText("go"));
    await vi.waitFor(() => expect(toasts.now()[0]).toMatchObject({ tone: "danger", text: expect.stringContaining("disk is full") as string }));
  });
});

describe("pages", () => {
  function Rows({ filter, at }: { filter: string; at: number }) {
    const pages = usePages<string>({
      key: ["people", "list", filter],
      topics: ["people"],
      fetch: async (offset, limit) => ({ items: Array.from({ length: limit }, (_, i) => `${filter} ${offset + i}`), total: 1000 }),
    });
    return <><button type="button" onClick={() => pages.want(at, at + 10)}>want</button><p>{pages.row(at) ?? "on its way"}</p><p>{pages.row(0) ?? "nothing"}</p></>;
  }

  test("fetch what is wanted, by index", async () => {
    const { user } = drawn(<Rows filter="all" at={420} />);
    expect(await screen.findByText("all 0")).toBeTruthy();
    expect(screen.getByText("on its way")).toBeTruthy();
    await user.click(screen.getByText("want"));
    expect(await screen.findByText("all 420")).toBeTruthy();
  });

  test("keep the first rows until another filter has its own", async () => {
    const { rerender } = drawn(<Rows filter="all" at={420} />);
    await screen.findByText("all 0");
    rerender(<Rows filter="cafés" at={420} />);
    expect(screen.getByText("all 0")).toBeTruthy();
    expect(await screen.findByText("cafés 0")).toBeTruthy();
  });
});

test("settings come into force, and saving some keeps the others as the core has them", async () => {
  let kept = { idleMinutes: 10, appearance: "dark", letterKeys: false };
  function Saver() {
    const save = useSaveSettings();
    return <><FollowSettings /><button type="button" onClick={() => save.mutate({ letterKeys: true })}>save</button></>;
  }
  const { user, host } = drawn(<Saver />, { answers: { "settings.get": () => kept, "settings.save": (to: typeof kept) => (kept = to) } });
  await vi.waitFor(() => expect(choices.now()).toEqual({ theme: "dark", letterKeys: false }));
  kept = { ...kept, idleMinutes: 30 };
  await user.click(screen.getByText("save"));
  await vi.waitFor(() => expect(host.lastInput("settings.save")).toEqual({ idleMinutes: 30, appearance: "dark", letterKeys: true }));
  host.tell(["settings"]);
  await vi.waitFor(() => expect(choices.now().letterKeys).toBe(true));
});
