/** Logging from anywhere: how few keys it takes, what goes to the core, and that nothing typed is lost. */
import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { useKeyboard } from "../../app/keyboard";
import { ToastRegion } from "../../components/overlays/ToastRegion";
import { doAction } from "../../frame/actions";
import { useInView } from "../../frame/inView";
import { drawn } from "../../test/drawn";
import { onFixedDay } from "../../test/fixedDay";
import { noFaults } from "../../test/noFaults";
import { aPerson, aRow, aTouch } from "../../test/people";
import { refuse } from "../../test/pretendHost";
import { QuickLog } from "./QuickLog";

const rows = [aRow(), aRow({ id: "p2", name: "Mario Rossi", organisation: "" }), aRow({ id: "p3", name: "نور", organisation: "مكتبة" })];
const marisol = { id: "p1", name: "Marisol Reyes Ibarra" };

function Window({ person }: { person?: typeof marisol }) {
  useKeyboard();
  useInView(person);
  return <><QuickLog /><ToastRegion label="Messages" closeLabel="Close" /></>;
}

const log = (person?: typeof marisol, answers: Record<string, unknown> = {}) =>
  drawn(<Window {...(person && { person })} />, {
    answers: {
      "people.list": ({ text }: { text: string }) => {
        const items = rows.filter((row) => row.name.toLowerCase().includes(text.toLowerCase()));
        return { items, total: items.length };
      },
      "touchpoints.log": aTouch(),
      ...answers,
    },
  });

const sheet = () => screen.findByRole("dialog", { name: "Log a touchpoint" });

onFixedDay();

/** Presses keys one by one and says how many there were; a chord is one. */
async function press(user: ReturnType<typeof log>["user"], ...keys: readonly string[]): Promise<number> {
  for (const key of keys) await user.keyboard(key);
  return keys.length;
}

const SAVE = "{Control>}{Enter}{/Control}";

test("on a person's page a call that felt good takes four keys and its words", async () => {
  const { user, host } = log(marisol);
  const first = await press(user, "t");
  await sheet();
  const rest = await press(user, "+", "{Enter}");
  expect(document.activeElement).toBe(screen.getByLabelText("What was said"));
  await user.keyboard("Delivered on time");
  const last = await press(user, SAVE);
  await waitFor(() =>
    expect(host.lastInput("touchpoints.log")).toEqual({ people: ["p1"], channel: "phone", direction: "outbound", title: "Delivered on time", text: "", felt: 1, feltWord: "" }),
  );
  expect(first + rest + last).toBe(4);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await screen.findByText("Logged with Marisol Reyes Ibarra")).toBeTruthy();
});

test("from anywhere it takes a part of the name more: at three keys a second a call is logged within ten seconds", async () => {
  const { user, host } = log();
  let keys = await press(user, "t");
  expect(document.activeElement).toBe(await screen.findByRole("combobox", { name: "Who" }));
  keys += await press(user, "r", "o", "s");
  await screen.findByRole("option", { name: /Mario Rossi/ });
  keys += await press(user, "{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("radio", { name: "Call" })));
  keys += await press(user, "2", "-", "{Enter}", ..."Late again", SAVE);
  await waitFor(() => expect(host.lastInput("touchpoints.log")).toMatchObject({ people: ["p2"], channel: "email", felt: -1, title: "Late again" }));
  expect(keys).toBeLessThanOrEqual(30);
});

test("figures choose the channel wherever one does not write, and are figures where one does", async () => {
  const { user } = log(marisol);
  await user.keyboard("t");
  const box = within(await sheet());
  for (const [key, name] of [["4", "Video call"], ["9", "Support"], ["3", "Visit"]] as const) {
    await user.keyboard(key);
    expect(box.getByRole("radio", { name })).toHaveProperty("checked", true);
  }
  await user.type(box.getByLabelText("What was said"), "5 boxes");
  expect(box.getByRole("radio", { name: "Visit" })).toHaveProperty("checked", true);
});

test("a word for the feeling is offered, or one's own; Nobody said takes it back", async () => {
  const { user, host } = log(marisol);
  await user.keyboard("t");
  const box = within(await sheet());
  await user.click(box.getByRole("radio", { name: "let down" }));
  await user.click(box.getByRole("button", { name: "worried" }));
  expect(box.getByRole("button", { name: "worried" }).getAttribute("aria-pressed")).toBe("true");
  await user.type(box.getByLabelText("In another word"), "sour");
  await user.click(box.getByRole("button", { name: "Nobody said" }));
  await user.click(box.getByRole("radio", { name: "delighted" }));
  await user.type(box.getByLabelText("In another word"), "moved");
  await noFaults();
  await user.keyboard(SAVE);
  await waitFor(() => expect(host.lastInput("touchpoints.log")).toMatchObject({ felt: 2, feltWord: "moved" }));
});

test("Esc closes without losing what was typed, and it comes back with the same person", async () => {
  const { user, host } = log(marisol);
  await user.keyboard("t");
  await user.type(within(await sheet()).getByLabelText("What was said"), "She will think about");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  act(() => void doAction("touchpoints.log", { people: [{ id: "p3", name: "نور" }], channel: "email" }));
  expect(within(await sheet()).getByLabelText("What was said")).toHaveProperty("value", "");
  expect(screen.getByRole("radio", { name: "E-mail" })).toHaveProperty("checked", true);
  await user.keyboard("{Escape}");
  await user.keyboard("t");
  expect(within(await sheet()).getByLabelText("What was said")).toHaveProperty("value", "She will think about");
  await user.keyboard(SAVE);
  await waitFor(() => expect(host.lastInput("touchpoints.log")).toMatchObject({ people: ["p1"], title: "She will think about" }));
  await user.keyboard("t");
  expect(within(await sheet()).getByLabelText("What was said")).toHaveProperty("value", "");
});

test("yesterday at a time, and a time that is none is marked", async () => {
  const { user, host } = log(marisol);
  await user.keyboard("t");
  const box = within(await sheet());
  await user.click(box.getByRole("radio", { name: "Yesterday" }));
  const time = box.getByLabelText("Time");
  await user.clear(time);
  await user.type(time, "25:00");
  expect(box.getByText("Like 14:30")).toBeTruthy();
  await user.keyboard(SAVE);
  expect(host.lastInput("touchpoints.log")).toBeUndefined();
  await user.clear(time);
  await user.type(time, "9");
  await user.keyboard(SAVE);
  await waitFor(() => expect(host.lastInput("touchpoints.log")).toMatchObject({ at: new Date("2026-11-22T09:00:00").getTime() }));
});

test("a failure is said in the sheet, and what was typed stays", async () => {
  const { user } = log(marisol, { "touchpoints.log": () => { throw refuse("diskFull"); } });
  await user.keyboard("t");
  const note = within(await sheet()).getByLabelText("What was said");
  await user.type(note, "Long talk");
  await user.keyboard(SAVE);
  expect(await screen.findByText(/The disk is full/)).toBeTruthy();
  expect(note).toHaveProperty("value", "Long talk");
});

test("somebody who is not in the book is put into it on the way", async () => {
  const { user, host } = log(undefined, { "people.create": ({ name }: { name: string }) => aPerson({ row: { id: "new", name } }) });
  await user.keyboard("t");
  await user.type(await screen.findByRole("combobox", { name: "Who" }), "Ada Novak");
  await screen.findByRole("option", { name: /Put “Ada Novak” into the book/ });
  await user.keyboard("{Enter}");
  await waitFor(() => expect(host.lastInput("people.create")).toMatchObject({ name: "Ada Novak" }));
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("radio", { name: "Call" })));
  await user.keyboard(SAVE);
  await waitFor(() => expect(host.lastInput("touchpoints.log")).toMatchObject({ people: ["new"] }));
});

test("several people, one taken out again; with nobody it asks who", async () => {
  const { user, host } = log(marisol);
  await user.keyboard("t");
  const box = within(await sheet());
  await user.click(box.getByRole("button", { name: "and somebody else" }));
  await user.keyboard("نور");
  await screen.findByRole("option", { name: /نور/ });
  await user.keyboard("{Enter}");
  await user.click(box.getByRole("button", { name: "Without Marisol Reyes Ibarra" }));
  await user.keyboard(SAVE);
  await waitFor(() => expect(host.lastInput("touchpoints.log")).toMatchObject({ people: ["p3"] }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  act(() => void doAction("touchpoints.log", { people: [] }));
  await sheet();
  await user.keyboard(SAVE);
  expect(await screen.findByText("Say who it was with.")).toBeTruthy();
});
