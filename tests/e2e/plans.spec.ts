/** Plans over the real core: strategies and the sheet by keyboard, the loop and the stack read from the log, the advice, the four steps. */
import { expect, test } from "./bridge";
import { demo, go, moveIn } from "./screens.mjs";

test("a strategy is added and tested, and the sheet is looked through, all by keyboard; each is undone by one key", async ({ open }) => {
  const { page, isAccessible } = await open();
  await moveIn(page);
  await page.keyboard.press("Control+6");
  await expect(page.getByRole("heading", { level: 1, name: "Plans" })).toBeVisible();
  await page.getByRole("tab", { name: "Strategy" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Journal" })).toHaveAttribute("aria-selected", "true");

  await page.getByRole("button", { name: "Add a strategy: Keep them" }).press("Enter");
  await page.keyboard.type("Call in the second week");
  await page.keyboard.press("Enter");
  const card = page.getByRole("group", { name: "Call in the second week" });
  await expect(card.getByText("Test: 0 of 3 answered")).toBeVisible();
  await card.getByText("Test: 0 of 3 answered").press("Enter");
  await card.getByRole("button", { name: /^Which need of theirs does it answer/ }).press("Enter");
  await page.keyboard.type("Not to be left alone with it");
  await page.keyboard.press("Control+Enter");
  await expect(card.getByText("Test: 1 of 3 answered")).toBeVisible();
  await isAccessible();
  await page.keyboard.press("Control+z");
  await expect(card.getByText("Test: 0 of 3 answered")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(card).toHaveCount(0);

  await page.getByRole("tab", { name: "Journal" }).press("ArrowLeft");
  await expect(page.getByText("Not looked through yet")).toBeVisible();
  await page.getByRole("button", { name: /^What they need comes first/ }).press("Enter");
  await page.keyboard.type("An answer on the same day");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("An answer on the same day", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "I looked through it" }).press("Enter");
  await expect(page.getByText(/^Looked through \d/)).toBeVisible();
  await isAccessible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Not looked through yet")).toBeVisible();
});

test("a day that is typed is one step, and stands among what is to be done", async ({ open }) => {
  const { page, call } = await open();
  await moveIn(page);
  const strategy = (await call("plans", "saveStrategy", { title: "Open tasting", area: "acquire" })) as { id: string };
  await go(page, "#/plans?view=journal");
  const card = page.getByRole("group", { name: "Open tasting" });
  await card.getByText("Test: 0 of 3 answered").click();
  await card.getByRole("group", { name: "Look again on" }).getByRole("spinbutton").first().focus();
  await page.keyboard.type("09012031");
  await card.getByRole("button", { name: /^Answers for it/ }).focus();
  const kept = async () => ((await call("plans", "strategies")) as { id: string; reviewOn: string | null }[]).find(({ id }) => id === strategy.id)?.reviewOn;
  await expect.poll(kept).toBe("2031-01-09");
  const tasks = (await call("promises", "list", {})) as { items: { due: string; text: string }[] };
  expect(tasks.items).toMatchObject([{ due: "2031-01-09", text: "Does it work? Open tasting" }]);
  await page.keyboard.press("Control+z");
  await expect.poll(kept).toBe(null);
});

test("the loop opens into people and back, the stack is scored, and the weakest layer is said", async ({ open }) => {
  const { page, isAccessible } = await open();
  await moveIn(page, demo);
  await go(page, "#/plans?view=loop");
  const stage = page.getByRole("group", { name: "Stages of the loyalty loop" }).getByRole("button", { name: /^Support/ });
  await stage.press("Enter");
  await expect(stage).toHaveAttribute("aria-pressed", "true");
  const people = page.getByRole("list", { name: "Who stands at Support" });
  await expect(people.getByRole("listitem").first()).toBeVisible();
  await page.getByRole("button", { name: /^Support, Clinics, \d/ }).press("Enter");
  await page.getByRole("button", { name: "Everybody again" }).press("Enter");
  await expect(page.getByRole("button", { name: "Everybody again" })).toHaveCount(0);
  await isAccessible();

  await page.getByRole("tab", { name: "Relationship stack" }).click();
  await page.getByRole("button", { name: /Segment$/ }).click();
  await page.getByRole("option", { name: "Clinics" }).click();
  await page.getByRole("group", { name: "It works" }).getByRole("radio", { name: "4" }).press("Space");
  await page.getByRole("group", { name: "It feels good" }).getByRole("radio", { name: "2" }).press("Space");
  await expect(page.getByText("Weakest: They belong.")).toBeVisible();
  await page.getByRole("group", { name: "They belong" }).getByRole("radio", { name: "5" }).press("Space");
  await expect(page.getByText("Weakest: It feels good.")).toBeVisible();
  await expect(page.getByText("With 2 of 5 it stands below the others.")).toBeVisible();
  await isAccessible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("Weakest: They belong.")).toBeVisible();
});

test("three answers bring the advice with its reasons, and a step is ticked off and taken back", async ({ open }) => {
  const { page, isAccessible } = await open();
  await moveIn(page);
  await go(page, "#/plans?view=choose");
  await expect(page.getByText("Answer all three", { exact: false })).toBeVisible();
  for (const answer of ["A service, done for them", "Much, and there are few", "A habit: calls, notes, reviews"]) {
    await page.getByRole("radio", { name: answer }).press("Space");
    await expect(page.getByRole("radio", { name: answer })).toBeChecked();
  }
  const best = page.getByRole("group", { name: "Relationship stack" });
  await expect(best.getByText("fits best")).toBeVisible();
  await expect(best.getByText("for it: “Much, and there are few”")).toBeVisible();
  await expect(page.getByText(/^Its limit:/)).toHaveCount(3);
  await isAccessible();

  await page.getByRole("tab", { name: "Four steps" }).click();
  await page.getByRole("button", { name: "Lay out the steps" }).press("Enter");
  await expect(page.getByText("0 of 4 done")).toBeVisible();
  await page.getByRole("checkbox", { name: "Done: Close the loop" }).press("Space");
  await expect(page.getByText("1 of 4 done")).toBeVisible();
  await isAccessible();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("0 of 4 done")).toBeVisible();
});
