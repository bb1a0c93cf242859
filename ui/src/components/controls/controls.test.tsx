/** Controls work by keyboard and tell their names, hints and errors. */
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { noFaults } from "../../test/noFaults";
import { Button } from "./Button";
import { ComboBox } from "./ComboBox";
import { DateField } from "./DateField";
import { type Option, Select } from "./Select";
import { TextArea } from "./TextArea";
import { TextField } from "./TextField";
import { Checkbox, Radios, Switch } from "./Toggles";

const channels: Option[] = [{ id: "phone", label: "Phone" }, { id: "email", label: "E-mail", detail: "agreed" }, { id: "visit", label: "Visit" }];

test("a button is pressed by Enter and Space, not while disabled; its key hint is no part of its name", async () => {
  const onPress = vi.fn();
  render(<><Button keys="t" onPress={onPress}>Log</Button><Button isDisabled onPress={onPress}>Never</Button></>);
  screen.getByRole("button", { name: "Log" }).focus();
  await userEvent.keyboard("{Enter} ");
  await userEvent.click(screen.getByRole("button", { name: "Never" }));
  expect(onPress).toHaveBeenCalledTimes(2);
  await noFaults();
});

test("a field tells its hint, or instead why it cannot stay so", async () => {
  const { rerender } = render(<TextField label="E-mail" hint="Where they read" />);
  const field = screen.getByRole("textbox", { name: "E-mail" });
  expect(describes(field)).toContain("Where they read");
  rerender(<TextField label="E-mail" hint="Where they read" error="That is no address." />);
  expect(describes(field)).toContain("That is no address.");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  await noFaults();
});

const describes = (element: Element) =>
  (element.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent).join(" ");

test("an area of text is named and typed into", async () => {
  const onChange = vi.fn();
  render(<TextArea label="Note" letter onChange={onChange} />);
  await userEvent.type(screen.getByRole("textbox", { name: "Note" }), "ab");
  expect(onChange).toHaveBeenLastCalledWith("ab");
  await noFaults();
});

test("a choice opens, moves and chooses by keyboard", async () => {
  const onChange = vi.fn();
  render(<Select label="Channel" options={channels} value="phone" onChange={onChange} />);
  await userEvent.tab();
  await userEvent.keyboard("{ArrowDown}");
  await screen.findByRole("listbox");
  await noFaults();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(onChange).toHaveBeenCalledWith("email");
});

function Finder({ onChange }: { onChange: (id: string | null) => void }) {
  const [text, setText] = useState("");
  const options = channels.filter((one) => one.label.toLowerCase().includes(text.toLowerCase()));
  return <ComboBox label="With" options={options} value={null} onChange={onChange} text={text} onText={setText} empty="Nobody of that name" />;
}

test("a choice is found by typing, and says when nothing fits", async () => {
  const onChange = vi.fn();
  render(<Finder onChange={onChange} />);
  const field = screen.getByRole("combobox", { name: "With" });
  await userEvent.type(field, "vis");
  expect((await screen.findAllByRole("option")).map((one) => one.textContent)).toEqual(["Visit"]);
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(onChange).toHaveBeenCalledWith("visit");
  await userEvent.clear(field);
  await userEvent.type(field, "zz");
  expect(await screen.findByText("Nobody of that name")).toBeTruthy();
});

test("switches, boxes and radios answer to Space and arrows", async () => {
  const onSwitch = vi.fn();
  const onBox = vi.fn();
  const onRadio = vi.fn();
  render(
    <>
      <Switch isSelected={false} onChange={onSwitch} hint="On this computer">Keychain</Switch>
      <Checkbox isSelected onChange={onBox}>Agreed</Checkbox>
      <Radios label="How it felt" bar value="0" onChange={onRadio} options={[{ id: "0", label: "▬", name: "neutral" }, { id: "1", label: "▲", name: "pleased" }]} />
    </>,
  );
  await userEvent.tab();
  await userEvent.keyboard(" ");
  expect(onSwitch).toHaveBeenCalledWith(true);
  await userEvent.tab();
  await userEvent.keyboard(" ");
  expect(onBox).toHaveBeenCalledWith(false);
  await userEvent.tab();
  expect(document.activeElement).toBe(screen.getByRole("radio", { name: "neutral" }));
  await userEvent.keyboard("{ArrowRight}");
  expect(onRadio).toHaveBeenCalledWith("1");
  await noFaults();
});

test("a day is typed part by part and comes out as YYYY-MM-DD", async () => {
  const onChange = vi.fn();
  render(<DateField label="When" value="2026-11-23" onChange={onChange} />);
  const year = screen.getAllByRole("spinbutton").find((part) => part.getAttribute("aria-label")?.startsWith("year"));
  year?.focus();
  await userEvent.keyboard("{ArrowUp}");
  expect(onChange).toHaveBeenLastCalledWith("2027-11-23");
  await noFaults();
});
