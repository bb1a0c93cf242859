/** Requests go out as room, verb and input; whatever comes back wrong has a code. The types are checked by tsc. */
import { afterEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import { pretendHost, refuse } from "../test/pretendHost";
import { bridge } from "./bridge";
import type { VaultStatus } from "./commands";
import { type Core, coreOver } from "./core";
import { CommandFailure, toFailure } from "./failure";
import { topicsOf } from "./transport";

afterEach(() => vi.unstubAllGlobals());

describe("core", () => {
  test("names room and verb, and sends null when there is nothing to say", async () => {
    const host = pretendHost({ "vault.status": { state: "locked" }, "people.count": 3 });
    const core = coreOver(host);
    await core.vault.status();
    expect(await core.people.count({ text: "ana" })).toBe(3);
    expect(host.asked).toEqual([{ verb: "vault.status", input: null }, { verb: "people.count", input: { text: "ana" } }]);
  });

  test("a misspelt command or a wrong input does not compile", () => {
    const core: Core = coreOver(pretendHost());
    expectTypeOf(core.vault.status).returns.resolves.toEqualTypeOf<VaultStatus>();
    // @ts-expect-error there is no such verb
    void core.vault.stauts;
    // @ts-expect-error there is no such room
    void core.poeple;
    expectTypeOf(core.vault.confirmRecovery).parameter(0).not.toEqualTypeOf<null>();
  });

  test("hands on the code and details of a refusal", async () => {
    const core = coreOver(pretendHost({ "vault.lock": () => { throw refuse("inUse", { by: "terminal" }); } }));
    await expect(core.vault.lock()).rejects.toMatchObject({ code: "inUse", details: { by: "terminal" } });
  });

  test.each([[{ code: "wrongKey", details: {} }, "wrongKey"], ["a string", "broken"], [new TypeError("x"), "broken"], [null, "broken"]])("%o is %s", (thrown, code) => {
    expect(toFailure(thrown).code).toBe(code);
  });
});

describe("bridge", () => {
  const answering = (body: unknown, ok = true) => vi.stubGlobal("fetch", vi.fn(async () => new Response(JSON.stringify(body), { status: ok ? 200 : 422 })));

  test("posts the input to the verb's address", async () => {
    answering({ rows: [] });
    expect(await bridge.call("people", "list", { text: "ana" })).toEqual({ rows: [] });
    expect(fetch).toHaveBeenCalledWith("/call/people/list", expect.objectContaining({ method: "POST", body: '{"text":"ana"}' }));
  });

  test("turns a refusal into a failure with its code", async () => {
    answering({ code: "notFound", details: {} }, false);
    await expect(bridge.call("people", "get", {})).rejects.toBeInstanceOf(CommandFailure);
  });

  test("an answer that is no JSON is a fault of ours", async () => {
    vi.stubGlobal("fetch", vi.fn(async () => new Response("<html>")));
    await expect(bridge.call("people", "get", {})).rejects.toMatchObject({ code: "broken" });
  });
});

test.each([[["people"], ["people"]], [{ topics: ["care"] }, ["care"]], ["people", null], [null, null]])("news %o is %o", (payload, topics) => {
  expect(topicsOf(payload)).toEqual(topics);
});
