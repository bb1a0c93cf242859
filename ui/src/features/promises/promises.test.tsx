/** Tasks: added from anywhere, ticked by keyboard, due in words, beside a person and on Today. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { useKeyboard } from "../../app/keyboard";
import type { Task } from "../../bindings/Task";
import { ToastRegion } from "../../components/overlays/ToastRegion";
import { doAction } from "../../frame/actions";
import { drawn } from "../../test/drawn";
import { onFixedDay } from "../../test/fixedDay";
import { noFaults } from "../../test/noFaults";
import { aPerson, NOW } from "../../test/people";
import { AddTask } from "./AddTask";
import { DueTasks } from "./DueTasks";
import { PersonTasks } from "./PersonTasks";
import { TasksPage } from "./TasksPage";

const task = (part: Partial<Task>): Task => ({
  id: "k1", text: "Send the price list", due: null, person: null, promised: false, about: "", owner: "", doneAt: null, outcome: "", createdAt: NOW, ...part,
});
const ana = { id: "p1", name: "Ana Ruiz" };
const overdue = task({ id: "k1", due: "2026-11-20", person: ana, promised: true });
const today = task({ id: "k2", text: "Ask about the move", due: "2026-11-23", about: "canvasNote:018f0000-0000-7000-8000-000000000001" });
const second = task({ id: "k3", text: "مراجعة العقد", due: "2026-11-23", owner: "Mara" });

function Window({ children }: { children?: React.ReactNode }) {
  useKeyboard();
  return <><AddTask />{children}<ToastRegion label="Messages" closeLabel="Close" /></>;
}

onFixedDay();

test("what was promised and is due stands before what else is to be done", async () => {
  const { container } = drawn(<Window><DueTasks day="2026-11-23" /></Window>, { answers: { "promises.due": { items: [overdue, today, second], more: false } } });
  const promised = await screen.findByRole("list", { name: "Promised" });
  expect(promised.textContent).toContain("3 days late");
  const others = screen.getByRole("list", { name: "To do" });
  expect(within(others).getAllByRole("checkbox")).toHaveLength(2);
  expect(others.textContent).toContain("Mara does it");
  expect(within(others).getByRole("link", { name: "Canvas" }).getAttribute("href")).toContain("/canvas");
  await noFaults(container);
});

test("arrows walk, Space ticks, Enter changes, Delete removes, and the focus stays in the list", async () => {
  const { host, user } = drawn(<Window><DueTasks day="2026-11-23" /></Window>, {
    answers: { "promises.due": { items: [today, second], more: false }, "promises.finish": { ...today, doneAt: NOW }, "promises.remove": null, "people.list": { items: [], total: 0 }, "promises.edit": second },
  });
  (await screen.findByRole("checkbox", { name: "To do: Ask about the move" })).focus();
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(screen.getByRole("checkbox", { name: /العقد/ }));
  await user.keyboard("{Enter}");
  const dialog = await screen.findByRole("dialog", { name: "Change the task" });
  expect(within(dialog).getByRole("textbox", { name: "What is to be done" })).toHaveProperty("value", "مراجعة العقد");
  await user.keyboard("{Escape}");
  screen.getByRole("checkbox", { name: "To do: Ask about the move" }).focus();
  await user.keyboard(" ");
  await waitFor(() => expect(host.lastInput("promises.finish")).toEqual({ id: "k2" }));
  expect(await screen.findByText(/Done: .*Ask about the move/)).toBeTruthy();
  host.answers["promises.due"] = { items: [second], more: false };
  host.tell(["promises"]);
  await waitFor(() => expect(screen.queryByRole("checkbox", { name: "To do: Ask about the move" })).toBeNull());
  expect(document.activeElement).toBe(screen.getByRole("checkbox", { name: /العقد/ }));
  await user.keyboard("{Delete}");
  await waitFor(() => expect(host.lastInput("promises.remove")).toEqual({ id: "k3" }));
});

test("A adds a task from anywhere; what was typed survives Esc", async () => {
  const { host, user } = drawn(<Window />, { answers: { "promises.add": overdue, "people.list": { items: [], total: 0 } } });
  await user.keyboard("a");
  await screen.findByRole("dialog", { name: "Add a task" });
  await user.click(screen.getByRole("button", { name: /Add it/ }));
  expect(await screen.findByText("Say what is to be done.")).toBeTruthy();
  await user.keyboard("Water the plants{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.keyboard("a");
  expect(await screen.findByRole("textbox", { name: "What is to be done" })).toHaveProperty("value", "Water the plants");
  await user.click(screen.getByRole("radio", { name: "In a week" }));
  await user.click(screen.getByRole("button", { name: /Add it/ }));
  await waitFor(() => expect(host.lastInput("promises.add")).toEqual({ text: "Water the plants", due: "2026-11-30" }));
});

test("a room can begin one: for somebody, about something; and being told makes it a promise", async () => {
  const { host, user } = drawn(<Window />, { answers: { "promises.add": overdue, "people.list": { items: [], total: 0 } } });
  doAction("promises.add", { person: ana, text: "Send it", due: "2026-11-24", about: "canvasNote:x" });
  await user.click(await screen.findByRole("checkbox", { name: /They were told of it/ }));
  await user.click(screen.getByRole("button", { name: /Add it/ }));
  await waitFor(() => expect(host.lastInput("promises.add")).toEqual({ text: "Send it", due: "2026-11-24", person: "p1", promised: true, about: "canvasNote:x" }));
});

test("a person's page shows what is to be done for them", async () => {
  const person = aPerson({ row: { id: "p1", name: "Ana Ruiz" } });
  const { container, host } = drawn(<Window><PersonTasks person={person} /></Window>, { answers: { "promises.list": { items: [overdue], total: 1 } } });
  const list = await screen.findByRole("list", { name: "To do for Ana Ruiz" });
  expect(list.textContent).toContain("promised");
  expect(list.textContent).not.toContain("Ana Ruiz");
  expect(host.lastInput("promises.list")).toEqual({ person: "p1", limit: 50 });
  await noFaults(container);
});

test("the whole list has what is open and what is done, with what came of it", async () => {
  const done = task({ id: "k9", doneAt: NOW, outcome: "she ordered" });
  const { user, container } = drawn(<Window><TasksPage /></Window>, {
    answers: { "promises.list": (input: unknown) => ((input as { state: string }).state === "done" ? { items: [done], total: 1 } : { items: [], total: 0 }) },
  });
  expect(await screen.findByText("Nothing is to be done")).toBeTruthy();
  await user.click(screen.getByRole("tab", { name: /Done/ }));
  expect(await screen.findByRole("button", { name: "What came of it: she ordered" })).toBeTruthy();
  await noFaults(container);
});
