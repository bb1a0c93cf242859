/** What a person agreed to, way by way, in words; noted, corrected and taken back by keyboard and mouse; seen where one would get in touch. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Permission } from "../../bindings/Permission";
import { ToastRegion } from "../../components/overlays/ToastRegion";
import { wordOn } from "../../frame/permissions";
import { Refusals } from "../../frame/Refusals";
import { drawn } from "../../test/drawn";
import { onFixedDay } from "../../test/fixedDay";
import { noFaults } from "../../test/noFaults";
import { aPerson } from "../../test/people";
import { PermissionPart } from "./PermissionPart";

const word = (channel: string, state: "agreed" | "optedOut", day: string, how = ""): Permission => ({ id: `${channel}-${day}`, channel, state, how, at: new Date(`${day}T10:00`).getTime() });
const email = word("email", "optedOut", "2026-03-03", "asked by phone");
const phone = word("phone", "agreed", "2026-01-12");

function part(words: Permission[] = [email, phone]) {
  let now = words;
  const page = drawn(<><Refusals person="p1" /><PermissionPart person={aPerson()} /><ToastRegion label="Messages" closeLabel="Close" /></>, {
    answers: {
      "consent.ofPerson": () => ({ words: now, doNotContact: false }),
      "consent.say": () => ({ words: now, doNotContact: false }),
      "consent.takeBack": ({ id }: { id: string }) => {
        now = now.filter((one) => one.id !== id);
        page.host.tell(["consent"]);
        return null;
      },
    },
  });
  return page;
}

const row = async (name: string) => {
  const list = await screen.findByRole("list", { name: "Permission" });
  const item = within(list).getByText(name).closest("li");
  if (!item) throw new Error(`${name} is no row`);
  return within(item);
};

onFixedDay();

test("each way says agreed, asked not to or not said, since when and where it was said", async () => {
  const { container } = part();
  expect((await row("E-mail")).getByText("asked us not to")).toBeTruthy();
  expect((await row("E-mail")).getByText(/since 3 Mar 2026/).textContent).toBe("since 3 Mar 2026 · asked by phone");
  expect((await row("Phone")).getByText("agreed")).toBeTruthy();
  expect((await row("Post")).getByText("not said")).toBeTruthy();
  expect(screen.getByRole("note").textContent).toBe("Asked us not to use: E-mail");
  await noFaults(container);
});

test("a word is noted by the keyboard, with its day and where it was said", async () => {
  const { user, host, container } = part();
  (await row("Post")).getByRole("button", { name: "Change what they said: Post" }).focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Post"));
  await noFaults(container);
  await user.tab();
  await user.keyboard("{ArrowRight}");
  await user.type(screen.getByLabelText("Where they said it"), "on the form{Enter}");
  await waitFor(() => expect(host.lastInput("consent.say")).toEqual({ person: "p1", channel: "post", state: "optedOut", how: "on the form" }));
  expect(await screen.findByText("Noted that they asked us not to")).toBeTruthy();
});

test("typed words survive Esc", async () => {
  const { user } = part();
  await user.click((await row("Post")).getByRole("button", { name: /Change/ }));
  await user.type(screen.getByLabelText("Where they said it"), "at the fair{Escape}");
  await user.click((await row("Post")).getByRole("button", { name: /Change/ }));
  expect(screen.getByLabelText<HTMLInputElement>("Where they said it").value).toBe("at the fair");
});

test("a word is taken back, and the line of warning goes with it", async () => {
  const { user } = part();
  await user.click((await row("E-mail")).getByRole("button", { name: /Take back/ }));
  await waitFor(() => expect(screen.queryByRole("note")).toBeNull());
  expect((await row("E-mail")).getByText("not said")).toBeTruthy();
});

test("a word about every way counts for each until a newer one does", () => {
  const all = word("", "optedOut", "2026-05-01");
  expect(wordOn([all, phone], "phone")).toBe(all);
  const later = word("phone", "agreed", "2026-06-01");
  expect(wordOn([all, later], "phone")).toBe(later);
  expect(wordOn([later], "email")).toBeUndefined();
});

test("who asked not to be contacted at all is told so in one line", async () => {
  part([word("", "optedOut", "2026-05-01")]);
  expect((await screen.findByRole("note")).textContent).toBe("Asked us not to get in touch at all.");
  expect((await row("Every way")).getByText("asked us not to")).toBeTruthy();
});
