/** Communities: members found by name, a meeting logged with everybody who came (M088), who could help whom (M194 M195). */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { aRow } from "../../test/people";
import { CommunitiesPage } from "./CommunitiesPage";

const row = { id: "c1", name: "Second location", about: "Two places", segment: null, members: 1, meetings: 1, lastMet: 1_700_000_000_000 };
const ana = { id: "a", name: "Ana" };
const whole = {
  row, couldJoin: [{ id: "b", name: "Bo" }], members: [{ id: "m1", person: aRow(ana), joinedAt: 0, came: 1, mayIntroduce: false }],
  meetings: [{ id: "g1", at: 1_700_000_000_000, title: "Breakfast", heard: "Rents go up", people: [ana] }],
};
const help = (id: string, name: string, mayIntroduce: boolean) => ({ id: `h${id}`, person: { id, name }, mayIntroduce });

const page = (more: Record<string, unknown> = {}) =>
  drawn(<CommunitiesPage />, {
    answers: {
      "communities.list": [row], "communities.get": whole, "communities.save": { id: "c1" }, "communities.meet": whole, "communities.addMembers": whole, "segments.list": [],
      "people.list": { items: [aRow({ id: "c", name: "Cy" })], total: 1 }, "consent.say": { words: [], doNotContact: false }, "communities.introductions": [], "communities.introduce": null,
      "communities.helps": [{ topic: "Ovens", offers: [help("a", "Ana", true)], looks: [help("b", "Bo", true), help("c", "Cy", false)] }], ...more,
    },
  });

test("an empty room teaches, and the first community is made by its name", async () => {
  const { user, host, container } = page({ "communities.list": [] });
  expect(await screen.findByText("People who can help each other")).toBeTruthy();
  await noFaults(container);
  await user.type(screen.getByRole("textbox", { name: "Name of a new community" }), "Ovens{Enter}");
  await waitFor(() => expect(host.lastInput("communities.save")).toEqual({ name: "Ovens" }));
});

test("its people and meetings are shown; somebody joins, agrees, and a meeting is kept with who came", async () => {
  const { user, host, container } = page();
  expect(await screen.findByText("Rents go up")).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Bo" }));
  await waitFor(() => expect(host.lastInput("communities.addMembers")).toEqual({ id: "c1", people: ["b"] }));
  await user.click(screen.getByRole("button", { name: "They agreed: Ana may be introduced" }));
  await waitFor(() => expect(host.lastInput("consent.say")).toEqual({ person: "a", channel: "introductions", state: "agreed" }));
  await user.click(screen.getByRole("button", { name: "We met" }));
  const sheet = await screen.findByRole("dialog", { name: "We met" });
  await noFaults(sheet);
  await user.type(within(sheet).getByRole("textbox", { name: "What was heard" }), "All well");
  await user.click(within(sheet).getByRole("button", { name: "Keep the meeting" }));
  await waitFor(() => expect(host.lastInput("communities.meet")).toEqual({ community: "c1", title: "", heard: "All well", people: ["a"] }));
});

test("who could help whom: only who agreed can be brought together", async () => {
  const { user, host, container } = page();
  await user.click(await screen.findByRole("button", { name: "Who could help whom" }));
  expect(await screen.findByRole("heading", { name: "Ovens" })).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Bring two together" }));
  const sheet = await screen.findByRole("dialog", { name: "Bring two together" });
  await user.click(within(sheet).getByRole("button", { name: /Who looks for help/ }));
  expect((await screen.findAllByRole("option")).map((one) => one.textContent), "Cy has not agreed").toEqual(["Bo"]);
  await user.keyboard("{Escape}");
  await user.click(within(sheet).getByRole("button", { name: "I brought them together" }));
  await waitFor(() => expect(host.lastInput("communities.introduce")).toEqual({ one: "a", other: "b", topic: "Ovens", channel: "email" }));
});
