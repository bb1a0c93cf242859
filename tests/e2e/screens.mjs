/** Every screen of the window and the way to it: what the tests examine and the pictures show. */
import { filledIn } from "./fill.mjs";
import { ask } from "./start.mjs";

export { cards, demo, looks, moveIn, names, PASSPHRASE, wear } from "./fill.mjs";

/** Opens the journeys in one of their views. */
async function showJourney(page, view) {
  await go(page, "#/journeys");
  const radio = page.getByRole("radio", { name: view });
  if (await radio.count()) await radio.press("Space");
}

/** Goes to a path inside the window and waits until its page stands. */
export async function go(page, where) {
  await page.evaluate((to) => (location.hash = to), where);
  // The page before may still stand: a sheet opened over it would go with it.
  const room = `#/${where.slice(2).split(/[/?]/)[0]}`;
  await page.locator(`nav a[aria-current=page][href$="${room}"]`).waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.locator("main:not([aria-busy=true])").waitFor();
  await page.locator("main h1, main [role=listbox], main form").first().waitFor();
  // A page that is still being read has no heading yet.
  await page.locator("h1").first().waitFor({ state: "attached" });
}

const first = async (page) => (await ask(page, "people", "list", { text: "Marisol", limit: 1 })).items[0] ?? (await ask(page, "people", "list", { limit: 1 })).items[0];

/** Letters to everybody there is, one by one. */
async function aBatch(page) {
  const [there] = await ask(page, "drafts", "batches");
  if (there) return there;
  const { items } = await ask(page, "people", "list", { limit: 60 });
  return ask(page, "drafts", "makeBatch", { people: items.map(({ id }) => id), name: "Autumn check-in", kind: "checkIn" });
}

/** Opens what people may expect in one of its views. */
async function showExpectations(page, view) {
  // No room of the sidebar: it belongs to what is to be done.
  await page.evaluate(() => (location.hash = "#/expectations"));
  await page.getByRole("heading", { level: 1, name: "What people may expect" }).waitFor();
  await page.getByRole("tab", { name: view }).click();
  await page.getByRole("tabpanel", { name: view }).waitFor();
}

/** Screens of an open vault, by name. Each begins from whatever was shown before. */
export const screens = {
  today: (page) => go(page, "#/"),
  people: (page) => go(page, "#/people"),
  person: async (page) => go(page, `#/people/${(await first(page)).id}`),
  personDoubts: async (page) => {
    await go(page, `#/people/${(await first(page)).id}`);
    await page.getByRole("tab", { name: "Feedback" }).click();
    await page.getByRole("button", { name: "Note a reason" }).waitFor();
  },
  personDossiers: async (page) => {
    const { items } = await ask(page, "people", "list", { text: "Okafor", limit: 1 });
    await go(page, `#/people/${(items[0] ?? (await first(page))).id}`);
    await page.getByRole("tab", { name: "Dossiers" }).click();
    await page.getByRole("textbox", { name: "A new dossier" }).waitFor();
  },
  personGestures: async (page) => {
    await go(page, `#/people/${(await first(page)).id}`);
    await page.getByRole("tab", { name: "Gestures" }).click();
    await page.getByRole("heading", { name: "What may be given" }).waitFor();
  },
  gestures: (page) => go(page, "#/gestures?view=given"),
  gesturesPerks: async (page) => {
    await go(page, "#/gestures?view=perks");
    await page.getByRole("list", { name: "Perks and offers" }).waitFor();
  },
  gesturesLoyalty: async (page) => {
    await go(page, "#/gestures?view=loyalty");
    await page.getByRole("heading", { name: "Programmes" }).waitFor();
  },
  gesturesPairs: async (page) => {
    await go(page, "#/gestures?view=pairs");
    await page.getByRole("form", { name: "A new pair" }).waitFor();
  },
  gesturesDecide: async (page) => {
    await go(page, "#/gestures?view=decide");
    await page.getByRole("heading", { name: "You may decide" }).waitFor();
  },
  onPaper: async (page) => {
    await go(page, `#/people/${(await first(page)).id}`);
    await page.keyboard.press("Control+Shift+P");
    await page.getByRole("dialog", { name: "On paper" }).getByRole("img", { name: /Page 1 of/ }).waitFor();
  },
  giveGesture: async (page) => {
    await go(page, `#/people/${(await first(page)).id}`);
    await page.keyboard.press("f");
    await page.getByRole("dialog", { name: "Note a gesture" }).getByText(/left/).waitFor();
  },
  feedbackDoubts: (page) => go(page, "#/feedback?view=doubts"),
  feedbackQuestions: (page) => go(page, "#/feedback?view=questions"),
  feedbackDossiers: (page) => go(page, "#/feedback?view=dossiers"),
  noteDoubt: async (page) => {
    await go(page, `#/people/${(await first(page)).id}`);
    await page.keyboard.press("o");
    await page.getByRole("dialog", { name: "Note a doubt" }).waitFor();
  },
  segments: (page) => go(page, "#/segments"),
  segmentPlan: async (page) => {
    await go(page, "#/segments");
    await page.getByRole("tab", { name: "Plan" }).click();
    await page.getByRole("heading", { name: "How close", exact: true }).waitFor();
  },
  segmentPersonas: async (page) => {
    await go(page, "#/segments");
    await page.getByRole("tab", { name: "Personas" }).click();
    await page.getByRole("textbox", { name: "Name of a new persona" }).waitFor();
  },
  segmentHealth: async (page) => {
    await go(page, "#/segments");
    await page.getByRole("tab", { name: "Health" }).click();
    await page.getByRole("button", { name: "Try a split" }).waitFor();
  },
  segmentsStand: async (page) => {
    await go(page, "#/segments");
    await page.getByRole("button", { name: "How they stand" }).click();
    await page.getByRole("heading", { name: "How the segments stand" }).waitFor();
  },
  tracks: async (page) => {
    await go(page, "#/segments");
    await page.getByRole("button", { name: "Tracks", exact: true }).click();
    await page.getByRole("heading", { name: "Tracks", level: 1 }).waitFor();
  },
  communities: (page) => go(page, "#/communities"),
  canvas: (page) => go(page, "#/canvas"),
  guided: async (page) => {
    await go(page, "#/canvas");
    // It is gone on with where one was: the sheet is not between two looks at it.
    if (await page.getByRole("group", { name: "The sheet" }).count()) await page.keyboard.press("g");
    await page.getByRole("button", { name: /^To the sheet/ }).first().waitFor();
  },
  presentation: async (page) => {
    await go(page, "#/canvas");
    const leave = page.getByRole("button", { name: /^To the sheet/ });
    if (await leave.count()) await leave.first().click();
    await page.getByRole("group", { name: "The sheet" }).waitFor();
    await page.keyboard.press("p");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("End");
  },
  canvasMatrix: async (page) => {
    await go(page, "#/canvas");
    await page.getByRole("radio", { name: "Channels by segment" }).press("Space");
    await page.getByRole("table", { name: "Channels by segment" }).or(page.getByRole("heading", { name: /^No (segments|channels) yet/ })).first().waitFor();
  },
  canvasService: async (page) => {
    await go(page, "#/canvas");
    await page.getByRole("radio", { name: "How segments are served" }).press("Space");
    await page.getByRole("table", { name: "How segments are served" }).or(page.getByRole("heading", { name: "No segments yet" })).first().waitFor();
  },
  tasks: async (page) => {
    // No room of the sidebar: it belongs to Today.
    await page.evaluate(() => (location.hash = "#/tasks"));
    await page.getByRole("heading", { level: 1, name: "To do" }).waitFor();
  },
  expectations: (page) => showExpectations(page, "Expectations"),
  commitments: (page) => showExpectations(page, "Commitments"),
  toldInTwoWays: (page) => showExpectations(page, "Told in two ways"),
  personTold: async (page) => {
    await go(page, `#/people/${(await first(page)).id}`);
    await page.getByRole("tab", { name: "Told" }).click();
    await page.getByRole("button", { name: "Note what they were told" }).waitFor();
  },
  strategy: (page) => go(page, "#/plans?view=strategy"),
  strategyJournal: (page) => go(page, "#/plans?view=journal"),
  loyaltyLoop: (page) => go(page, "#/plans?view=loop"),
  relationshipStack: (page) => go(page, "#/plans?view=stack"),
  frameworks: (page) => go(page, "#/plans?view=choose"),
  fourSteps: (page) => go(page, "#/plans?view=steps"),
  journeys: async (page) => {
    await go(page, "#/journeys");
    const map = page.getByRole("radio", { name: "As a map" });
    if (await map.count()) await map.press("Space");
  },
  journeyAudit: async (page) => {
    await go(page, "#/journeys");
    const audit = page.getByRole("radio", { name: "As an audit of touchpoints" });
    if (await audit.count()) await audit.press("Space");
  },
  onboarding: async (page) => {
    await showJourney(page, "As a check of how new customers fare");
    await page.getByText(/is new|are new|Nobody is new/).first().waitFor();
  },
  workshop: async (page) => {
    await showJourney(page, "In a workshop");
    await page.getByRole("heading", { name: "Who does what" }).waitFor();
    // A file that is beside the map already stays there while the look changes.
    if (await page.getByRole("region", { name: "What everybody feels" }).count()) return;
    const [map] = await ask(page, "journeys", "list");
    for (const by of ["Lena", "Otto Weißenberger-Castellanos"]) {
      await page.getByRole("button", { name: "Paste one" }).click();
      await page.getByLabel("What stands in the file").fill(await filledIn(page, map.id, by));
      await page.getByRole("button", { name: "Put it beside the map" }).click();
    }
    await page.getByRole("region", { name: "What everybody feels" }).waitFor();
  },
  journeyShown: async (page) => {
    await showJourney(page, "As a map");
    await page.keyboard.press("p");
    await page.getByRole("button", { name: "Next" }).click();
  },
  journeyWhole: async (page) => {
    await showJourney(page, "As a map");
    await page.keyboard.press("p");
    await page.getByRole("button", { name: "Next" }).waitFor();
    await page.keyboard.press("End");
  },
  drafts: async (page) => {
    const all = await ask(page, "drafts", "list");
    const id = all[0]?.id ?? (await ask(page, "drafts", "start", { person: (await first(page)).id, kind: "checkIn" })).row.id;
    await go(page, `#/drafts/${id}`);
    await page.getByText(/right|Nothing to say yet/).first().waitFor();
  },
  batch: async (page) => {
    await go(page, `#/drafts/batch/${(await aBatch(page)).id}`);
    await page.getByRole("radio", { name: /^Letters/ }).press("Space");
    await page.getByRole("button", { name: "Approve" }).waitFor();
  },
  batchHeld: async (page) => {
    await go(page, `#/drafts/batch/${(await aBatch(page)).id}`);
    await page.getByRole("radio", { name: /^Held/ }).press("Space");
    await page.getByRole("heading", { name: /No letter as it stands|Nobody is held/ }).waitFor();
  },
  newBatch: async (page) => {
    await go(page, "#/drafts");
    await page.keyboard.press("Control+Shift+b");
    await page.getByRole("dialog").waitFor();
  },
  templates: async (page) => {
    await go(page, "#/drafts/templates?show=check-in-1.en");
    await page.getByRole("heading", { name: "What it says" }).waitFor();
  },
  voice: async (page) => {
    await go(page, "#/drafts/voice");
    await page.getByRole("heading", { name: "What we stand for" }).waitFor();
  },
  exchange: (page) => go(page, "#/exchange"),
  settings: (page) => go(page, "#/settings"),
  log: async (page) => {
    await go(page, "#/");
    await page.keyboard.press("t");
    await page.getByRole("dialog").waitFor();
  },
  newPerson: async (page) => {
    await go(page, "#/");
    await page.keyboard.press("n");
    await page.getByRole("dialog").waitFor();
  },
  newLetter: async (page) => {
    await go(page, "#/");
    await page.keyboard.press("d");
    await page.getByRole("dialog").waitFor();
  },
  newSegment: async (page) => {
    await go(page, "#/segments");
    await page.keyboard.press("Control+Shift+s");
    await page.getByRole("dialog").waitFor();
  },
  print: async (page) => {
    await go(page, "#/canvas");
    await page.keyboard.press("Control+p");
    await page.getByRole("dialog").getByRole("img", { name: /Page 1/ }).waitFor();
  },
  palette: async (page) => {
    await go(page, "#/");
    // The list takes the focus when it comes.
    await page.getByRole("main").getByRole("listbox").first().waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("mar");
    await page.getByRole("menuitem").first().waitFor();
  },
  keys: async (page) => {
    await go(page, "#/");
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
  },
};

/** Back to a page without sheets above it. */
export async function calm(page) {
  for (let tries = 0; tries < 3 && (await page.getByRole("dialog").count()) > 0; tries++) await page.keyboard.press("Escape");
  // One that is still going would be taken for the next.
  await page.getByRole("dialog").first().waitFor({ state: "detached" });
  await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
}
