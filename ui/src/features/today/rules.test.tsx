/** The rules of Today in Settings: said in words, added, changed, switched off and removed, by mouse and by keyboard. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Rule } from "../../bindings/Rule";
import type { RuleInput } from "../../bindings/RuleInput";
import { ToastRegion } from "../../components/overlays/ToastRegion";
import { useAction } from "../../frame/actions";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { RulesSection } from "./RulesSection";

const everyone: Rule = { id: "r1", scope: { for: "everyone" }, days: 60, active: true };

function settings(first: Rule[] = [everyone]) {
  let now = first;
  const undone: unknown[] = [];
  function Window() {
    useAction("steps.undo", (said) => undone.push(said?.step));
    return <><RulesSection /><ToastRegion label="Messages" closeLabel="Close" /></>;
  }
  const page = drawn(<Window />, {
    answers: {
      "care.rules": () => now,
      "care.saveRule": ({ id = "new", ...rest }: RuleInput) => {
        now = now.some((rule) => rule.id === id) ? now.map((rule) => (rule.id === id ? { id, ...rest } : rule)) : [...now, { id, ...rest }];
        page.host.tell(["care"]);
        return now;
      },
      "care.removeRule": ({ id }: { id: string }) => {
        now = now.filter((rule) => rule.id !== id);
        page.host.tell(["care"]);
        return now;
      },
      "people.tags": [{ id: "k", name: "Key accounts", hue: 0, people: 12 }],
      "segments.list": [{ id: "s", name: "Advocates", hue: 1, rule: null, sentence: "", names: {}, count: 3 }],
    },
  });
  return { ...page, undone };
}

test("each rule is a sentence, and nothing is wrong with the page", async () => {
  const { container } = settings([everyone, { id: "r2", scope: { for: "segment", id: "s" }, days: 1, active: false }, { id: "r3", scope: { for: "tag", id: "gone" }, days: 9, active: true }]);
  expect(await screen.findByRole("switch", { name: "Everybody: after 60 days of silence", checked: true })).toBeTruthy();
  expect(screen.getByRole("switch", { name: /Segment “Advocates”: after 1 day of silence · switched off/, checked: false })).toBeTruthy();
  expect(screen.getByText("A tag that is gone: after 9 days of silence")).toBeTruthy();
  await noFaults(container);
});

test("a rule is added for a tag by the keyboard alone", async () => {
  const { user, host, container } = settings();
  (await screen.findByRole("button", { name: "Add a rule" })).focus();
  await user.keyboard("{Enter}");
  // Everybody has a rule already: the first that has none is offered, and the focus is there.
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Key accounts"));
  await noFaults(container);
  await user.tab();
  await user.keyboard("{Control>}a{/Control}14{Enter}");
  await waitFor(() => expect(host.lastInput("care.saveRule")).toEqual({ scope: { for: "tag", id: "k" }, days: 14, active: true }));
  expect(await screen.findByText("Tag “Key accounts”: after 14 days of silence")).toBeTruthy();
  expect(screen.getByText("Rule added")).toBeTruthy();
});

test("days are changed, Esc leaves them", async () => {
  const { user, host } = settings();
  await user.click(await screen.findByRole("button", { name: "Change the rule: Everybody" }));
  await user.clear(screen.getByLabelText(/After how much silence/));
  await user.keyboard("7{Escape}");
  expect(screen.getByText("Everybody: after 60 days of silence")).toBeTruthy();
  expect(host.lastInput("care.saveRule")).toBeUndefined();
  // The focus is back where it came from.
  await waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toBe("Change the rule: Everybody"));
  await user.keyboard("{Enter}");
  await user.clear(screen.getByLabelText(/After how much silence/));
  await user.keyboard("45");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Everybody: after 45 days of silence")).toBeTruthy();
  expect(host.lastInput("care.saveRule")).toEqual({ id: "r1", scope: { for: "everyone" }, days: 45, active: true });
});

test("switching off and removing each carry their own way back", async () => {
  const { user, host, undone } = settings();
  await user.click(await screen.findByRole("switch"));
  await waitFor(() => expect(host.lastInput("care.saveRule")).toMatchObject({ id: "r1", active: false }));
  await screen.findByText("Rule switched off");
  await user.click(screen.getByRole("button", { name: "Remove the rule: Everybody" }));
  expect(await screen.findByText("There is no rule.", { exact: false })).toBeTruthy();
  const messages = within(screen.getByRole("region", { name: "Messages" }));
  await waitFor(() => expect(messages.getAllByRole("button", { name: "Undo" })).toHaveLength(2));
  const [older] = messages.getAllByRole("button", { name: "Undo" });
  if (older) await user.click(older);
  const asked = host.asked.map(({ verb }) => verb);
  // The step named right after the first write, not the last one.
  expect(undone).toEqual([`step-${asked.indexOf("vault.nextSteps", asked.indexOf("care.saveRule")) + 1}`]);
});
