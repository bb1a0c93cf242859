/** The list of people: found, sorted, picked by keyboard and mouse, changed many at a time, binned and put back. */
import { act, screen, waitFor } from "@testing-library/react";
import { type ReactElement, useState } from "react";
import { expect, test, vi } from "vitest";
import { useKeyboard } from "../../app/keyboard";
import type { PeopleFilter } from "../../bindings/PeopleFilter";
import { ToastRegion } from "../../components/overlays/ToastRegion";
import { doAction, useAction } from "../../frame/actions";
import { drawn } from "../../test/drawn";
import { onFixedDay } from "../../test/fixedDay";
import { noFaults } from "../../test/noFaults";
import { aPerson, aRow, ago } from "../../test/people";
import { refuse } from "../../test/pretendHost";
import { NewPerson } from "./NewPerson";
import { PeoplePage } from "./PeoplePage";

const clinic = { id: "k1", name: "Clinics", hue: 2, people: 3 };
const rows = Array.from({ length: 1200 }, (_, i) => aRow({ id: `p${i}`, name: `Person ${i}`, tags: i === 0 ? [clinic] : [] }));
const nora = aRow({ id: "nora", name: "נורה", lastAt: null, lastFelt: null, usualGapDays: null, title: "", organisation: "" });

function Window() {
  useKeyboard();
  const [away, setAway] = useState(false);
  return <><button onClick={() => setAway(!away)}>Away and back</button>{!away && <PeoplePage />}<NewPerson /><ToastRegion label="Messages" closeLabel="Close" /></>;
}

const list = (answers: Record<string, unknown> = {}, all = rows, beside: ReactElement | null = null) =>
  drawn(<>{beside}<Window /></>, {
    answers: {
      "people.list": ({ offset = 0, limit = 50, text = "", binned }: PeopleFilter) => {
        const fit = binned ? [aRow({ id: "b1", name: "Binned One", binnedAt: ago(2) })] : all.filter((row) => row.name.includes(text));
        return { items: fit.slice(offset, offset + limit), total: fit.length };
      },
      "people.count": ({ binned }: PeopleFilter) => (binned ? 1 : all.length),
      "people.tags": [clinic],
      "segments.list": [],
      "people.bin": ({ ids }: { ids: string[] }) => ids.length,
      "people.restore": ({ ids }: { ids: string[] }) => ids.length,
      "people.tag": ({ ids }: { ids: string[] }) => ids.length,
      "people.untag": ({ ids }: { ids: string[] }) => ids.length,
      "people.setStage": ({ ids }: { ids: string[] }) => ids.length,
      ...answers,
    },
  });

const row = async (name: string): Promise<HTMLElement> => {
  const option = (await screen.findByText(name)).closest<HTMLElement>("[role=option]");
  if (!option) throw new Error(`${name} is no row`);
  return option;
};

onFixedDay();

test("a row says who, when last, how it felt and their rhythm, in words", async () => {
  const { container } = list({}, [aRow({ name: "Marisol Reyes Ibarra" }), nora]);
  const marisol = await row("Marisol Reyes Ibarra");
  for (const words of ["Owner · Café Trópico", "Retention", "21 Sep", "let down", "every 3 weeks", "9 weeks silent"]) expect(marisol.textContent).toContain(words);
  expect((await row("נורה")).textContent).toContain("nothing logged");
  expect(screen.getByText("2 people in your book")).toBeTruthy();
  await noFaults(container);
});

test("finds by name from the key /, arrow down goes to the list, Enter opens", async () => {
  const { user, host, where } = list();
  await row("Person 0");
  await user.keyboard("/");
  await user.keyboard("Person 117");
  await waitFor(() => expect(host.lastInput("people.list")).toMatchObject({ text: "Person 117" }));
  await row("Person 1170");
  await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  await waitFor(() => expect(where()).toBe("/people/p1170"));
});

test("filters and orders go to the core, and are still there when one comes back", async () => {
  const { user, host } = list();
  await row("Person 0");
  await user.click(screen.getByRole("button", { name: /Any tag/ }));
  await user.click(await screen.findByRole("option", { name: /Clinics/ }));
  await user.click(screen.getByRole("button", { name: /Nothing missing/ }));
  await user.click(await screen.findByRole("option", { name: "No phone number" }));
  await user.click(screen.getByRole("button", { name: /By name/ }));
  await user.click(await screen.findByRole("option", { name: "Longest silent first" }));
  const asked = (input: PeopleFilter) => waitFor(() => expect(host.asked).toContainEqual({ verb: "people.list", input: { ...input, offset: 0, limit: 50 } }));
  await asked({ tag: "k1", without: "phone", sort: "lastTouch" });
  await user.click(screen.getByRole("button", { name: "Away and back" }));
  await user.click(screen.getByRole("button", { name: "Away and back" }));
  await row("Person 0");
  await user.click(screen.getByRole("button", { name: "Show everyone" }));
  await asked({ sort: "lastTouch" });
});

test("Space and Shift with arrows pick, a range can shrink again, Esc picks nobody", async () => {
  const { user } = list();
  await row("Person 0");
  await user.keyboard(" {Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}");
  expect(await screen.findByText("3 people picked")).toBeTruthy();
  await noFaults();
  await user.keyboard("{Escape}");
  expect(screen.queryByText(/picked/)).toBeNull();
});

test("Ctrl-A picks everyone, one can be left out, and all of them are tagged in one step", async () => {
  const { user, host } = list();
  await row("Person 0");
  await user.keyboard("{Control>}a{/Control}");
  expect(await screen.findByText("1,200 people picked")).toBeTruthy();
  await user.keyboard("{ArrowDown} ");
  expect(screen.getByText("1,199 people picked")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Tag…" }));
  await user.type(await screen.findByRole("combobox", { name: "Tag" }), "Spring letter{Enter}");
  await waitFor(() => expect(host.lastInput("people.tag")).toMatchObject({ tag: "Spring letter" }));
  const { ids } = host.lastInput("people.tag") as { ids: string[] };
  expect(ids).toHaveLength(1199);
  expect(ids).not.toContain("p1");
  expect(await screen.findByText("1,199 people tagged “Spring letter”")).toBeTruthy();
});

test("a range over rows that were never in view is picked whole", async () => {
  const { user } = list();
  await row("Person 0");
  await user.keyboard("{Shift>}{End}{/Shift}");
  expect(await screen.findByText("1,200 people picked")).toBeTruthy();
});

test("stage, tag off, and the bin", async () => {
  const { user, host } = list();
  await row("Person 0");
  await user.keyboard(" ");
  await user.click(await screen.findByRole("button", { name: "Stage" }));
  await user.click(await screen.findByRole("menuitem", { name: "Advocacy" }));
  await waitFor(() => expect(host.lastInput("people.setStage")).toEqual({ ids: ["p0"], stage: "advocacy" }));
  await user.click(screen.getByRole("button", { name: "Untag" }));
  await user.click(await screen.findByRole("menuitem", { name: "Clinics" }));
  await waitFor(() => expect(host.lastInput("people.untag")).toEqual({ ids: ["p0"], tag: "Clinics" }));
  await user.click(screen.getByRole("button", { name: "To the bin" }));
  expect(await screen.findByText("1 person is in the bin")).toBeTruthy();
  expect(screen.queryByText(/picked/)).toBeNull();
});

test("the bin shows since when, and gives back", async () => {
  const { user, host } = list();
  await row("Person 0");
  await user.click(await screen.findByRole("button", { name: "Bin 1" }));
  expect((await row("Binned One")).textContent).toContain("in the bin since 21 Nov");
  expect(screen.getByRole("heading", { name: "The bin" })).toBeTruthy();
  screen.getByRole("listbox").focus();
  await user.keyboard(" ");
  await user.click(await screen.findByRole("button", { name: "Put back into the book" }));
  await waitFor(() => expect(host.lastInput("people.restore")).toEqual({ ids: ["b1"] }));
  await user.click(screen.getByRole("button", { name: "Back to the book" }));
  await row("Person 0");
});

test("while another filter is on its way, the old number stands with its own words", async () => {
  let answer: (page: unknown) => void = () => undefined;
  const { user } = list({ "people.list": ({ text }: PeopleFilter) => (text ? new Promise((done) => { answer = done; }) : { items: rows.slice(0, 50), total: 1200 }) });
  await screen.findByText("1,200 people in your book");
  await user.keyboard("/x");
  await screen.findByRole("button", { name: "Show everyone" });
  expect(screen.getByText("1,200 people in your book")).toBeTruthy();
  expect(screen.queryByText("1,200 people fit")).toBeNull();
  await act(async () => answer({ items: rows.slice(0, 3), total: 3 }));
  expect(await screen.findByText("3 people fit")).toBeTruthy();
});

test("an empty book teaches and offers to import, a filter that fits nobody says so", async () => {
  const go = vi.fn();
  function Exchange() {
    useAction("exchange.go", go);
    return null;
  }
  const { user, container } = list({}, [], <Exchange />);
  expect(await screen.findByText("Your book is empty")).toBeTruthy();
  await noFaults(container);
  await user.click(screen.getByRole("button", { name: "Import…" }));
  expect(go).toHaveBeenCalledOnce();
  await user.keyboard("/xyz");
  expect(await screen.findByText("Nobody fits")).toBeTruthy();
});

test("a new person: a name is enough, its parts are suggested and can be changed, Esc loses nothing", async () => {
  const { user, host, where } = list({ "people.create": aPerson({ row: { id: "new" } }) });
  await row("Person 0");
  await user.keyboard("n");
  await user.click(await screen.findByRole("button", { name: "Put into the book" }));
  expect(await screen.findByText("A name is needed.")).toBeTruthy();
  await user.type(screen.getByLabelText("Name"), "Marisol Reyes Ibarra");
  expect(screen.getByLabelText("Family name")).toHaveProperty("value", "Reyes Ibarra");
  await user.clear(screen.getByLabelText("Family name"));
  await user.type(screen.getByLabelText("Family name"), "Reyes");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  act(() => void doAction("people.add"));
  expect(await screen.findByLabelText("Name")).toHaveProperty("value", "Marisol Reyes Ibarra");
  await user.type(screen.getByLabelText("Organisation"), "Café Trópico");
  await user.type(screen.getByLabelText("Phone"), "+52 951 555 0144");
  await noFaults();
  await user.click(screen.getByRole("button", { name: "Put into the book" }));
  await waitFor(() =>
    expect(host.lastInput("people.create")).toMatchObject({
      name: "Marisol Reyes Ibarra", given: "Marisol", family: "Reyes",
      roles: [{ organisation: "Café Trópico" }], reaches: [{ kind: "phone", value: "+52 951 555 0144", preferred: true }],
    }),
  );
  await waitFor(() => expect(where()).toBe("/people/new"));
});

test("says when somebody of that name is in the book, and when the core refuses", async () => {
  const { user } = list({ "people.create": () => { throw refuse("readOnly"); } });
  await row("Person 0");
  await user.keyboard("n");
  await user.type(await screen.findByLabelText("Name"), "Person 77");
  expect(await screen.findByText(/is in the book already/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Put into the book" }));
  expect(await screen.findByText(/may not write/)).toBeTruthy();
});

test("only the people of a segment are shown, cut further by the other filters, and all of them can be picked", async () => {
  const members = rows.slice(0, 3);
  const segment = { id: "s1", name: "Gone quiet", hue: 0, rule: null, sentence: "", names: {}, count: 3 };
  const { user, host } = list({ "segments.list": [segment], "segments.members": ({ offset = 0, limit = 50 }) => ({ items: members.slice(offset, offset + limit), total: 3 }) });
  await row("Person 0");
  await user.click(await screen.findByRole("button", { name: /Segment/ }));
  await user.click(await screen.findByRole("option", { name: /Gone quiet/ }));
  expect(await screen.findByText("3 people fit")).toBeTruthy();
  await user.type(screen.getByLabelText("Find by name"), "Pers");
  await waitFor(() => expect(host.lastInput("segments.members")).toMatchObject({ id: "s1", among: { text: "Pers" } }));
  await noFaults();
  await user.click(screen.getByRole("button", { name: "Show everyone" }));
  expect(await screen.findByText("1,200 people in your book")).toBeTruthy();
});

test("another room asks for a part of the list by its address", async () => {
  const { host } = drawn(<PeoplePage />, { at: "/people?without=phone", answers: { "people.list": { items: rows.slice(0, 2), total: 2 }, "people.count": 0, "people.tags": [], "segments.list": [] } });
  await row("Person 1");
  expect(host.lastInput("people.list")).toMatchObject({ without: "phone" });
  expect(await screen.findByText("2 people fit")).toBeTruthy();
});

test("nobody stays picked when everyone picked has left the list before the answer is there", async () => {
  let answer: (count: number) => void = () => undefined;
  const gone = new Promise<number>((done) => (answer = done));
  let all = rows.slice(0, 3);
  const { user, host } = list({
    "people.list": ({ offset = 0, limit = 50 }: PeopleFilter) => ({ items: all.slice(offset, offset + limit), total: all.length }),
    "people.bin": () => {
      all = [];
      return gone;
    },
  });
  await row("Person 1");
  await user.keyboard("{Control>}a{/Control}");
  await user.click(await screen.findByRole("button", { name: "To the bin" }));
  act(() => host.tell(["people"]));
  await waitFor(() => expect(screen.queryByRole("button", { name: "To the bin" })).toBeNull());
  await act(async () => answer(3));
  all = rows.slice(0, 3);
  act(() => host.tell(["people"]));
  await row("Person 1");
  expect(screen.queryByText("3 people picked")).toBeNull();
});
