/** A person's page: what it says, and that everything on it can be changed where it stands. */
import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { PersonOfAll } from "../../app/PersonOfAll";
import { useKeyboard } from "../../app/keyboard";
import { ToastRegion } from "../../components/overlays/ToastRegion";
import { inView } from "../../frame/inView";
import { drawn } from "../../test/drawn";
import { onFixedDay } from "../../test/fixedDay";
import { noFaults } from "../../test/noFaults";
import { ago, aPerson, aTouch } from "../../test/people";
import { refuse } from "../../test/pretendHost";

vi.mock("@tanstack/react-router", async (original) => ({ ...(await original<object>()), useParams: () => ({ personId: "p1" }) }));

const person = aPerson({
  row: { tags: [{ id: "k", name: "Key accounts", hue: 0 }] },
  note: "Closed on Tuesdays.", since: "2019-03", relation: "dedicated", preferredChannel: "phone", extra: ["X-COLOUR:green"],
  reaches: [
    { id: "r1", kind: "phone", label: "", value: "+52 951 555 0144", parts: null, preferred: true },
    { id: "r2", kind: "link", label: "Instagram", value: "@cafetropico", parts: null, preferred: false },
  ],
  roles: [{ id: "o1", organisation: "o", organisationName: "Café Trópico", title: "Owner", department: "", started: "", ended: "" }],
  ties: [{ id: "i1", other: null, name: "Inés Reyes", label: "daughter", reversed: false }],
  dates: [{ id: "d1", label: "birthday", year: null, month: 6, day: 3 }],
});

function Window() {
  useKeyboard();
  return <><PersonOfAll /><ToastRegion label="Messages" closeLabel="Close" /></>;
}

const saved = ["edit", "saveReach", "saveRole", "saveTie", "saveDate", "setPicture"].map((verb) => [`people.${verb}`, person]);
const page = (more: Record<string, unknown> = {}) =>
  drawn(<Window />, {
    answers: {
      ...Object.fromEntries(saved),
      "people.get": person,
      "consent.ofPerson": { words: [], doNotContact: false },
      "people.tags": [], "people.list": { items: [], total: 0 }, "people.untag": 1, "people.bin": 1, "people.removeReach": null, "people.removeTie": null,
      "care.rules": [{ id: "r", scope: { for: "everyone" }, days: 30, active: true }],
      "touchpoints.curve": [{ at: ago(103), felt: 2, title: "Referred" }, { at: ago(63), felt: -1, title: "Renewal call" }],
      "touchpoints.timeline": { items: [aTouch({ text: "Invoices confuse her bookkeeper." }), aTouch({ id: "t2", at: ago(75), channel: "email", title: "", felt: null })], total: 2 },
      "touchpoints.remove": null, "touchpoints.edit": aTouch(),
      ...more,
    },
  });

const heading = () => screen.findByRole("heading", { level: 1 });

onFixedDay();

test("says who, since when, in which rhythm, and how it felt, in words too", async () => {
  const { container } = page();
  expect((await heading()).textContent).toBe("Marisol Reyes Ibarra");
  expect(screen.getByText("customer since Mar 2019")).toBeTruthy();
  expect(await screen.findByText("9 weeks silent")).toBeTruthy();
  expect(await screen.findByText("about every 3 weeks (rule: 30 days)")).toBeTruthy();
  expect(await screen.findByText("Invoices confuse her bookkeeper.")).toBeTruthy();
  expect(inView()).toEqual([{ id: "p1", name: "Marisol Reyes Ibarra" }]);
  await noFaults(container);
});

test("a stage is set by its button", async () => {
  const { user, host } = page();
  await heading();
  await user.click(screen.getByRole("button", { name: "Advocacy" }));
  await waitFor(() => expect(host.lastInput("people.edit")).toEqual({ id: "p1", stage: "advocacy" }));
});

test("the name is changed in place; Esc goes back, keeps what was typed and saves nothing", async () => {
  const { user, host } = page();
  await user.click(await screen.findByRole("button", { name: "Name: Marisol Reyes Ibarra" }));
  await user.type(screen.getByRole("textbox", { name: "Name" }), " de León{Escape}");
  expect(await screen.findByText("Marisol Reyes Ibarra de León")).toBeTruthy();
  expect(host.lastInput("people.edit")).toBeUndefined();
  await user.click(screen.getByRole("button", { name: "Name: Marisol Reyes Ibarra" }));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(host.lastInput("people.edit")).toEqual({ id: "p1", name: "Marisol Reyes Ibarra de León" }));
});

test("what to remember is written in place and saved with Ctrl-Enter", async () => {
  const { user, host } = page();
  await user.click(await screen.findByRole("button", { name: /^Remember:/ }));
  await user.type(screen.getByRole("textbox", { name: "Remember" }), " Allergic to nuts.{Control>}{Enter}{/Control}");
  await waitFor(() => expect(host.lastInput("people.edit")).toEqual({ id: "p1", note: "Closed on Tuesdays. Allergic to nuts." }));
});

test("ways to reach them are added, starred and removed", async () => {
  const { user, host } = page();
  await heading();
  await user.click(screen.getByRole("button", { name: "Use Instagram first" }));
  await waitFor(() => expect(host.lastInput("people.saveReach")).toMatchObject({ id: "r2", person: "p1", preferred: true }));
  await user.click(screen.getByRole("button", { name: "Add a way to reach them" }));
  await user.type(screen.getByRole("textbox", { name: "Phone" }), "+1 555 0100{Escape}");
  await user.click(screen.getByRole("button", { name: "Add a way to reach them" }));
  expect(screen.getByRole("textbox", { name: "Phone" })).toHaveProperty("value", "+1 555 0100");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(host.lastInput("people.saveReach")).toEqual({ person: "p1", kind: "phone", label: "", value: "+1 555 0100", preferred: false }));
  await user.click(screen.getByRole("button", { name: "Remove Instagram @cafetropico" }));
  await waitFor(() => expect(host.lastInput("people.removeReach")).toEqual({ id: "r2" }));
  expect(await screen.findByText("Removed")).toBeTruthy();
});

test("a date that is no day cannot be saved", async () => {
  const { user, host } = page();
  await heading();
  await user.click(screen.getByRole("button", { name: "Change birthday" }));
  const day = screen.getByRole("textbox", { name: "Day" });
  await user.clear(day);
  await user.type(day, "31");
  expect(screen.getByRole("button", { name: "Save" })).toHaveProperty("disabled", true);
  await user.clear(day);
  await user.type(day, "30{Enter}");
  await waitFor(() => expect(host.lastInput("people.saveDate")).toEqual({ id: "d1", person: "p1", label: "birthday", day: 30, month: 6 }));
});

test("touchpoints are walked by arrows, corrected by Enter and taken out by Delete", async () => {
  const { user, host } = page();
  const rows = () => screen.getAllByRole("listitem").filter((row) => row.hasAttribute("aria-keyshortcuts"));
  await screen.findByText("Invoices confuse her bookkeeper.");
  act(() => rows()[0]?.focus());
  await user.keyboard("{Enter}");
  const sheet = await screen.findByRole("dialog", { name: "Correct what was logged" });
  await noFaults(sheet);
  await user.click(within(sheet).getByRole("radio", { name: "glad" }));
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(host.lastInput("touchpoints.edit")).toEqual({ id: "t1", felt: 1, feltWord: "" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  act(() => rows()[0]?.focus());
  await user.keyboard("{ArrowDown}{Delete}");
  await waitFor(() => expect(host.lastInput("touchpoints.remove")).toEqual({ id: "t2" }));
  expect(await screen.findByText("Touchpoint taken out")).toBeTruthy();
});

test("the timeline is filtered by channel", async () => {
  const { user, host } = page();
  await heading();
  await user.click(await screen.findByRole("button", { name: /All channels/ }));
  await user.click(await screen.findByRole("option", { name: "E-mail" }));
  await waitFor(() => expect(host.lastInput("touchpoints.timeline")).toEqual({ person: "p1", channel: "email", offset: 0, limit: 50 }));
});

test("E opens the name in all its parts, and only what differs is saved", async () => {
  const { user, host } = page();
  await heading();
  await user.keyboard("e");
  const sheet = await screen.findByRole("dialog", { name: "Name and address" });
  await noFaults(sheet);
  await user.type(within(sheet).getByLabelText("What friends call them"), "Mari");
  await user.click(within(sheet).getByRole("button", { name: "Save" }));
  await waitFor(() => expect(host.lastInput("people.edit")).toEqual({ id: "p1", nickname: "Mari" }));
});

test("a picture goes to the core as base64", async () => {
  const { user, host } = page();
  await heading();
  const field = document.querySelector<HTMLInputElement>("input[type=file]");
  if (field) await user.upload(field, new File(["abc"], "face.png", { type: "image/png" }));
  await waitFor(() => expect(host.lastInput("people.setPicture")).toEqual({ person: "p1", base64: btoa("abc") }));
});

test("a picture that cannot be read is told", async () => {
  vi.spyOn(FileReader.prototype, "readAsDataURL").mockImplementation(function (this: FileReader) {
    this.onerror?.(new ProgressEvent("error") as never);
  });
  const { user, host } = page();
  await heading();
  const field = document.querySelector<HTMLInputElement>("input[type=file]");
  if (field) await user.upload(field, new File(["abc"], "face.png", { type: "image/png" }));
  expect(await screen.findByText(/That picture could not be read/)).toBeTruthy();
  expect(host.lastInput("people.setPicture")).toBeUndefined();
});

test("a way they asked us to leave is marked where it stands", async () => {
  const said = { id: "c1", channel: "phone", state: "optedOut", how: "", at: ago(10) };
  page({ "consent.ofPerson": { words: [said], doNotContact: false } });
  const number = await screen.findByText("+52 951 555 0144");
  await waitFor(() => expect(number.parentElement?.textContent).toContain("asked us not to"));
  expect(screen.getByText("@cafetropico").parentElement?.textContent).not.toContain("asked us not to");
  expect(screen.getByRole("note").textContent).toBe("Asked us not to use: Phone");
});

test("a person who is gone is told plainly", async () => {
  page({ "people.get": () => { throw refuse("notFound"); } });
  expect(await screen.findByText(/no longer there/)).toBeTruthy();
});
