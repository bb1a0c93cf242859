/** A list of any length: every key of a list works, and no row is ever blank. */
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { noFaults } from "../../test/noFaults";
import { listKeys } from "./listKeys";
import { type Pages, pagesOf } from "./pages";
import { VirtualList, type VirtualListProps } from "./VirtualList";

const people = Array.from({ length: 1000 }, (_, i) => `person ${i}`);

function list(props: Partial<VirtualListProps<string>> = {}) {
  return render(
    <VirtualList label="People" pages={pagesOf(people)} empty={<p>Nobody yet</p>} {...props}>
      {(row) => <span>{row}</span>}
    </VirtualList>,
  );
}

const active = () => document.getElementById(screen.getByRole("listbox").getAttribute("aria-activedescendant") ?? "")?.textContent;

test.each([
  ["ArrowDown", 5, 6], ["ArrowUp", 5, 4], ["ArrowUp", 0, 0], ["ArrowDown", 99, 99], ["Home", 5, 0], ["End", 5, 99], ["PageDown", 5, 15], ["PageDown", 95, 99], ["PageUp", 5, 0], ["x", 5, null],
])("%s at %i goes to %o", (key, at, to) => expect(listKeys(key, at, 100, 10)).toBe(to));

test("draws some of many and tells how many there are", async () => {
  list();
  const drawn = screen.getAllByRole("option");
  expect(drawn.length).toBeLessThan(60);
  expect(drawn[0]?.getAttribute("aria-setsize")).toBe("1000");
  await noFaults();
});

test("the keys move the active row, and Enter opens it", async () => {
  const onOpen = vi.fn();
  const onActive = vi.fn();
  list({ onOpen, onActive, autoFocus: true });
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  expect(active()).toBe("person 2");
  expect(onActive).toHaveBeenLastCalledWith(2, "person 2");
  await userEvent.keyboard("{Enter}");
  expect(onOpen).toHaveBeenCalledWith("person 2", 2);
  await userEvent.keyboard("{End}");
  expect(active()).toBe("person 999");
  await userEvent.keyboard("{Home}");
  expect(active()).toBe("person 0");
});

test("a click makes a row active, a double click opens it", async () => {
  const onOpen = vi.fn();
  list({ onOpen });
  await userEvent.dblClick(screen.getByText("person 3"));
  expect(active()).toBe("person 3");
  expect(onOpen).toHaveBeenCalledWith("person 3", 3);
});

test("space and a click with Ctrl pick rows, and Shift picks a range", async () => {
  const onPick = vi.fn();
  list({ onPick, autoFocus: true, isPicked: (row) => row === "person 1" });
  await userEvent.keyboard("{ArrowDown} ");
  expect(onPick).toHaveBeenLastCalledWith("person 1", 1);
  await userEvent.keyboard("{Shift>}{ArrowDown}{/Shift}");
  expect(onPick).toHaveBeenLastCalledWith("person 1", 1, 2);
  expect(screen.getByRole("listbox").getAttribute("aria-multiselectable")).toBe("true");
  expect(screen.getByText("person 1").closest("[role=option]")?.getAttribute("aria-selected")).toBe("true");
});

test("asks for what is in view, and shows the shape of what is on its way", () => {
  const want = vi.fn();
  const pages: Pages<string> = { listKey: "", total: 1000, row: () => undefined, want };
  list({ pages });
  expect(want).toHaveBeenCalledWith(0, expect.any(Number));
  for (const option of screen.getAllByRole("option")) expect(option.childElementCount, "a row is never blank").toBeGreaterThan(0);
});

test("an empty list says what will be here", () => {
  list({ pages: pagesOf<string>([]) });
  expect(screen.getByText("Nobody yet")).toBeTruthy();
  expect(screen.queryByRole("listbox")).toBeNull();
});

test("another list starts at the top", async () => {
  const { rerender } = list({ autoFocus: true });
  await userEvent.keyboard("{End}");
  rerender(
    <VirtualList label="People" pages={pagesOf(people, "other")} empty={null}>
      {(row) => <span>{row}</span>}
    </VirtualList>,
  );
  expect(active()).toBe("person 0");
});
