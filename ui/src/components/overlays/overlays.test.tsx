/** What floats closes by Esc, gives the focus back, and waits for slow readers. */
import { act, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { noFaults } from "../../test/noFaults";
import { Button } from "../controls/Button";
import { Dialog } from "./Dialog";
import { Menu } from "./Menu";
import { ToastRegion } from "./ToastRegion";
import { toasts } from "./toasts";

afterEach(() => vi.useRealTimers());

function WithDialog({ grave = false }: { grave?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Open</Button>
      <Dialog title="Erase Ana?" isOpen={isOpen} onClose={() => setOpen(false)} closeLabel="Close" grave={grave} footer={<Button kind="danger">Erase</Button>}>
        Twelve touchpoints go with her.
      </Dialog>
    </>
  );
}

test("a dialog is named, closes by Esc and gives the focus back", async () => {
  render(<WithDialog />);
  await userEvent.click(screen.getByRole("button", { name: "Open" }));
  expect(await screen.findByRole("dialog", { name: "Erase Ana?" })).toBeTruthy();
  await noFaults();
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(document.activeElement?.textContent).toBe("Open");
});

test("a grave question is an alert and has no cross", async () => {
  render(<WithDialog grave />);
  await userEvent.click(screen.getByRole("button", { name: "Open" }));
  expect(await screen.findByRole("alertdialog", { name: "Erase Ana?" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
});

test("a menu opens by keyboard and does one thing", async () => {
  const onDo = vi.fn();
  render(
    <Menu label="More" deeds={[{ id: "merge", label: "Merge…", onDo, keys: "mod+m" }, { id: "line", line: true }, { id: "erase", label: "Erase…", onDo: vi.fn(), danger: true }]}>
      <Button>More</Button>
    </Menu>,
  );
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  await screen.findByRole("menu");
  await noFaults();
  await userEvent.keyboard("{Enter}");
  expect(onDo).toHaveBeenCalledOnce();
});

test("a toast offers the way back", async () => {
  const run = vi.fn();
  render(<ToastRegion label="Messages" closeLabel="Close" />);
  act(() => toasts.say("Logged", { action: { label: "Undo", run } }));
  await noFaults();
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(run).toHaveBeenCalledOnce();
  expect(screen.queryByText("Logged")).toBeNull();
});

test("a toast goes by itself, but not while the pointer rests on it", () => {
  vi.useFakeTimers();
  render(<ToastRegion label="Messages" closeLabel="Close" />);
  act(() => toasts.say("Logged"));
  fireEvent.mouseEnter(screen.getByText("Logged"));
  act(() => void vi.advanceTimersByTime(60_000));
  expect(screen.queryByText("Logged")).not.toBeNull();
  fireEvent.mouseLeave(screen.getByText("Logged"));
  act(() => void vi.advanceTimersByTime(60_000));
  expect(screen.queryByText("Logged")).toBeNull();
});

test("at most three toasts stand at a time", () => {
  for (const text of ["a", "b", "c", "d"]) toasts.say(text);
  expect(toasts.now().map((toast) => toast.text)).toEqual(["b", "c", "d"]);
});
