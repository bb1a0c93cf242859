/** How segments stand (M055 M095), a split and a merge tried before they are saved, and tracks (M193 M113). */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Segment } from "../../bindings/Segment";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { aRow } from "../../test/people";
import { SegmentsPage } from "./SegmentsPage";

const segment = (id: string, name: string): Segment => ({ id, name, hue: 1, rule: { match: "one", of: { on: "neverTouched" } }, sentence: "", names: {}, count: 40 });
const pulse = (people: number) => ({
  people, touches: 80, channels: [{ channel: "email", touches: 60 }, { channel: "phone", touches: 20 }], usualDays: 21, usualOf: 12, felt: 1, feltOf: 3, asked: 10, answered: 8, answerDays: 2,
});
const part = (people: number) => ({ sentence: "Everyone", pulse: pulse(people), spent: null, first: [{ id: "a", name: "Ana" }] });
const row = (id: string, name: string) => ({ segment: { id, name, hue: 1 }, count: 40, only: 30, intensity: null, pulse: pulse(40), spent: null });
const health = {
  total: 100, uncovered: 30, segments: [row("s1", "Cafés"), row("s2", "Bars")],
  pairs: [{ a: "s1", b: "s2", both: 10, n: 40, maybeOne: true, reasons: [{ reason: "need", different: null }, { reason: "channel", different: false }, { reason: "relationship", different: false }, { reason: "revenue", different: null }, { reason: "willingness", different: null }] }],
};
const track = {
  id: "t1", name: "The first weeks", preset: "new", segment: null, segmentGone: false, entry: { match: "one", of: { on: "added", side: "after", days: 60 } }, leave: null, entryWords: "", leaveWords: "", names: {},
  starts: "added", againDays: 0, active: true, people: 1, finished: 4, steps: [{ id: "p1", afterDays: 2, channel: "phone", what: "A welcome", waiting: 1, due: 1, done: 4, skipped: 0 }],
};

const page = (more: Record<string, unknown> = {}) =>
  drawn(<SegmentsPage />, {
    answers: {
      "segments.list": [segment("s1", "Cafés"), segment("s2", "Bars")], "segments.uncovered": 30, "segments.members": { items: [aRow()], total: 1 }, "segments.health": health,
      "segments.uses": { notes: ["Our cafés"], journeys: [], rules: [21], tracks: [], communities: [] }, "segments.tryJoin": { a: part(40), b: part(40), whole: part(70), both: 10 }, "segments.join": { id: "s1" },
      "segments.trySplit": { inside: part(15), outside: part(25) }, "segments.split": { id: "s3" }, "segments.pulse": pulse(40), "segments.choices": { tags: [], organisations: [], languages: [], sources: [] },
      "segments.past": { days: [{ day: "2026-11-20", count: 38, changed: false }, { day: "2026-11-21", count: 40, changed: false }], came: 3, went: 1, whoCame: [{ id: "a", name: "Ana" }], whoWent: [] },
      "segments.tracks": [track], "segments.track": { track, on: [{ person: aRow({ id: "a", name: "Ana" }), step: "p1", due: 0 }] }, "segments.addTrack": { track, on: [] }, "segments.skipTrackStep": { track, on: [] }, "segments.doTrackStep": { track, on: [] },
      "consent.ofPerson": { words: [], doNotContact: false }, ...more,
    },
  });

test("how they stand: figures with n, shared people, and the two that may be one are tried as one", async () => {
  const { user, host, container } = page();
  await user.click(await screen.findByRole("button", { name: "How they stand" }));
  expect(await screen.findByText("30 of 100 people are in no segment.")).toBeTruthy();
  expect(screen.getByText("“Cafés” and “Bars” are alike in everything that is known of them: maybe one segment.")).toBeTruthy();
  const side = screen.getByRole("region", { name: "Side by side" });
  expect(within(side).getAllByText(/E-mail 75/)).toHaveLength(2);
  expect(within(side).getAllByTitle("Too few to say anything"), "three feelings say nothing").toHaveLength(2);
  expect(within(screen.getByRole("region", { name: "Whom they share" })).getAllByText("25%")).toHaveLength(2);
  expect(within(screen.getByRole("region", { name: "Is each one of its own?" })).getByText("ask them")).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Try as one" }));
  const sheet = await screen.findByRole("dialog", { name: "Try as one segment" });
  expect(await within(sheet).findByText("10 people are in both and count once.")).toBeTruthy();
  expect(within(sheet).getByText("Notes on the canvas: “Our cafés”")).toBeTruthy();
  await noFaults(sheet);
  await user.click(within(sheet).getByRole("button", { name: "Make them one" }));
  await waitFor(() => expect(host.lastInput("segments.join")).toEqual({ a: "s1", b: "s2", name: "Cafés", repoint: true }));
});

test("one segment: its size, who came and went, and a split whose parts are seen before it is made", async () => {
  const { user, host, container } = page();
  await user.click(await screen.findByRole("tab", { name: "Health" }));
  expect(await screen.findByRole("img", { name: /^38 people on .*, 40 on / })).toBeTruthy();
  expect(screen.getByText("Came in: 3")).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Try a split" }));
  const sheet = await screen.findByRole("dialog", { name: "Try a split of Cafés" });
  expect(await within(sheet).findByText("25")).toBeTruthy();
  expect(host.lastInput("segments.split"), "nothing is saved yet").toBeUndefined();
  await user.type(within(sheet).getByRole("textbox", { name: "What the first is called" }), "Busy");
  await user.click(await within(sheet).findByRole("radio", { name: "Cafés, the others" }));
  await user.click(within(sheet).getByRole("button", { name: "Make two of it" }));
  await waitFor(() => expect(host.lastInput("segments.split")).toMatchObject({ id: "s1", inside: "Busy", outside: "Cafés, the others", insideStays: false }));
});

test("tracks: who stands where, done by logging or skipped, begun from one of three", async () => {
  const { user, host, container } = page();
  await user.click(await screen.findByRole("button", { name: "Tracks" }));
  const card = await screen.findByRole("article", { name: "The first weeks" });
  expect(within(card).getByText("On it now: 1 · through with it: 4")).toBeTruthy();
  await user.click(within(card).getByRole("button", { name: "Who?" }));
  await user.click(await within(card).findByRole("button", { name: "Skip: Ana" }));
  await waitFor(() => expect(host.lastInput("segments.skipTrackStep")).toEqual({ step: "p1", person: "a" }));
  await noFaults(container);
  await user.click(within(card).getByRole("button", { name: "Done: Ana" }));
  const sheet = await screen.findByRole("dialog", { name: "Done with Ana" });
  await user.type(within(sheet).getByRole("textbox", { name: "What was said" }), "Welcome!");
  await user.click(within(sheet).getByRole("button", { name: "Log it" }));
  await waitFor(() => expect(host.lastInput("segments.doTrackStep")).toEqual({ step: "p1", touchpoint: { people: ["a"], channel: "phone", title: "A welcome", text: "Welcome!" } }));
  await user.click(screen.getByRole("button", { name: "The quiet ones" }));
  await waitFor(() => expect(host.lastInput("segments.addTrack")).toEqual({ preset: "lapsed" }));
});
