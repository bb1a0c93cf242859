/** Reads follow the news, and nothing else. */
import { type QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, test, vi } from "vitest";
import { pretendHost, refuse } from "../test/pretendHost";
import type { Topic } from "./commands";
import { coreOver } from "./core";
import { createQueryClient, followNews } from "./news";

function watched(topics?: readonly Topic[]) {
  const host = pretendHost();
  const client = createQueryClient();
  const stop = followNews(client, host);
  const queryFn = vi.fn(async () => "read");
  const end = new QueryObserver(client, { queryKey: ["a list"], queryFn, ...(topics && { meta: { topics } }) }).subscribe(() => undefined);
  return { host, client, queryFn, stop, end };
}

const settled = (client: QueryClient) => vi.waitFor(() => expect(client.getQueryData(["a list"])).toBe("read"));

describe("news", () => {
  test("that comes during the first read has it read once more", async () => {
    const { host, queryFn, client } = watched(["people"]);
    expect(client.isFetching()).toBe(1);
    host.tell(["people"]);
    await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
  });

  test("reads again what shows one of the topics", async () => {
    const { host, queryFn, client } = watched(["people", "consent"]);
    await settled(client);
    host.tell(["touchpoints", "people"]);
    await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
  });

  test.each([[["drafts"] as const], [undefined]])("leaves alone a read of %s when people changed", async (topics) => {
    const { host, queryFn, client } = watched(topics);
    await settled(client);
    host.tell(["people"]);
    expect(client.isFetching()).toBe(0);
    expect(queryFn).toHaveBeenCalledTimes(1);
  });

  test("reads everything again when news was missed", async () => {
    const { host, queryFn, client } = watched();
    await settled(client);
    host.tell(null);
    await vi.waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
  });

  test("is deaf once stopped", async () => {
    const { host, client, stop } = watched(["people"]);
    await settled(client);
    stop();
    host.tell(["people"]);
    expect(client.isFetching()).toBe(0);
  });

  test("a read refused because the vault is locked makes the status stale", async () => {
    const host = pretendHost({ "people.list": () => { throw refuse("locked"); } });
    const client = createQueryClient();
    const status = vi.fn(async () => "locked");
    new QueryObserver(client, { queryKey: ["vault", "status"], queryFn: status, meta: { topics: ["vault"] } }).subscribe(() => undefined);
    await vi.waitFor(() => expect(status).toHaveBeenCalledTimes(1));
    await expect(client.fetchQuery({ queryKey: ["people"], queryFn: () => coreOver(host).people.list({}) })).rejects.toMatchObject({ code: "locked" });
    await vi.waitFor(() => expect(status).toHaveBeenCalledTimes(2));
  });
});
