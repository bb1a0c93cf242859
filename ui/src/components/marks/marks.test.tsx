/** Marks say in words what they show. */
import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { noFaults } from "../../test/noFaults";
import { Avatar } from "./Avatar";
import { Badge, Chip } from "./Chip";
import { Felt, type Feeling } from "./Felt";
import { FeltCurve } from "./FeltCurve";
import { initialsOf } from "./initials";
import { KeyHint, keyText } from "./KeyHint";
import { RhythmMark } from "./RhythmMark";
import { StageTrack } from "./StageTrack";

test.each([
  ["Marisol Ibarra", "MI"],
  ["Trần Thị Ngọc", "TN"],
  ["Hyun-woo Kim", "HK"],
  ["cher", "C"],
  ["Dr. Käthe Weißgerber", "KW"],
  ["J. Smith", "JS"],
  ["Dr.", "D"],
  ["山田 太郎", "山"],
  ["김현우", "김"],
  ["محمد الفاسي", "م\u200cا"],
  ["אורית כהן", "אכ"],
  ["Çelik, Åsa", "ÇÅ"],
  ["Robert (Bob) Smith", "RS"],
  ["É́lodie Ω", "É́Ω"],
  ["👩‍🌾 Mara", "M"],
  ["ana 3", "A"],
  ["42", "4"],
  ["", "?"],
])("the initials of %o are %o", (name, initials) => expect(initialsOf(name)).toBe(initials));

test.each([
  ["Marisol Reyes Ibarra", "Marisol", "Reyes Ibarra", "MR"],
  ["Trần Thị Ngọc", "Ngọc", "Trần", "TN"],
  ["Reyes Ibarra, Marisol", "Marisol", "Reyes Ibarra", "RM"],
  ["Mari", "Marisol", "Reyes", "MR"],
  ["李晓明", "晓明", "李", "李"],
  ["محمد بن سعيد الفاسي", "محمد", "الفاسي", "م\u200cا"],
  ["Marisol Reyes Ibarra", "Marisol", "", "MI"],
])("of %o, given %o, family %o: %o", (name, given, family, initials) => expect(initialsOf(name, { given, family })).toBe(initials));

test("a picture that cannot be drawn gives way to the initials", () => {
  const { container } = render(<Avatar name="Ana Novak" picture="data:image/jpeg;base64,xx" />);
  const picture = container.querySelector("img");
  if (picture) fireEvent.error(picture);
  expect(container.textContent).toBe("AN");
});

test.each([
  ["mod+k", true, "⌘K"],
  ["mod+k", false, "Ctrl K"],
  ["mod+shift+z", true, "⌘⇧Z"],
  ["arrowdown", false, "↓"],
  ["t", true, "T"],
])("%s on a Mac: %s is written %s", (keys, onMac, text) => expect(keyText(keys, onMac)).toBe(text));

test("a feeling is a shape with its word, read out when it is not written", async () => {
  const { container, rerender } = render(<Felt value={-2} word="angry" />);
  expect(screen.getByRole("img", { name: "angry" })).toBeTruthy();
  const shapes = new Set<string | null | undefined>();
  for (const value of [-2, -1, 0, 1, 2] satisfies Feeling[]) {
    rerender(<Felt value={value} word="x" withWord />);
    shapes.add(container.querySelector("path")?.getAttribute("d"));
  }
  expect(shapes.size, "five feelings, five shapes").toBe(5);
  expect(screen.getByText("x")).toBeTruthy();
});

const points = [1, -1].map((felt, i) => ({ at: i * 1000, felt: felt as Feeling, label: `point ${i}` }));
const curve = { title: "How it felt", until: 5000, range: "Jan – Nov", summary: "Two touchpoints", empty: "Nothing yet" };

test("the curve is told as a sentence, a list of its points, and the silence", async () => {
  const { container } = render(<FeltCurve {...curve} points={points} silence="9 weeks silent" />);
  expect(screen.getByRole("img", { name: "Two touchpoints" })).toBeTruthy();
  expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["point 0", "point 1"]);
  expect(screen.getByText("9 weeks silent")).toBeTruthy();
  await noFaults(container);
});

test("a curve of one point says what will be here", () => {
  render(<FeltCurve {...curve} points={points.slice(1)} />);
  expect(screen.getByText("Nothing yet")).toBeTruthy();
});

test("a rhythm shows the last seven touchpoints and is told in words", () => {
  const { container } = render(<RhythmMark touches={[1, 2, 3, 4, 5, 6, 7, 8, 9]} until={20} label="usually every week" />);
  expect(screen.getByRole("img", { name: "usually every week" })).toBeTruthy();
  expect(container.querySelectorAll("rect")).toHaveLength(7);
});

test("the stage one stands at is marked, and can be chosen", async () => {
  const onChoose = vi.fn();
  const stages = ["Awareness", "Retention"].map((label) => ({ id: label, label }));
  const { container } = render(<StageTrack label="Stage" stages={stages} current="Retention" onChoose={onChoose} />);
  const here = container.querySelector("[aria-current=step]");
  expect(here?.textContent).toBe("Retention");
  await userEvent.click(screen.getByRole("button", { name: "Awareness" }));
  expect(onChoose).toHaveBeenCalledWith("Awareness");
  await noFaults(container);
});

test("chips, badges, avatars and key hints have no faults, and a chip can go", async () => {
  const onRemove = vi.fn();
  const { container } = render(
    <p>
      <Chip tone="warn">late</Chip><Chip hue={3}>cafés</Chip><Chip onRemove={onRemove} removeLabel="Remove tag">tag</Chip>
      <Badge count={3} label="3 waiting" /><Avatar name="Ana" /><KeyHint keys="mod+k" />
    </p>,
  );
  await userEvent.click(within(container).getByRole("button", { name: "Remove tag" }));
  expect(onRemove).toHaveBeenCalledOnce();
  await noFaults(container);
});
