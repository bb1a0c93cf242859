/** People to write to at once: four who get a letter, and three who are held, each for another reason. */
import { ask } from "./start.mjs";

const BODY = "Dear {{ person.given }},\n\nhow is {{ organisation }} getting on with the new lamps? Shall we speak on Thursday?\n\nBest wishes,\nInes";

/**
 * @param {import("@playwright/test").Page} page
 * @param {{ batch?: boolean }} [options] whether the letters are begun as well
 * @returns {Promise<Record<string, string>>} their ids by their given names
 */
export async function makeStudios(page, { batch = false } = {}) {
  const settings = await ask(page, "settings", "get");
  await ask(page, "settings", "save", { ...settings, sender: { name: "Ines Vidal", email: "ines@firm.example", organisation: "Firm", solo: false } });
  const ids = {};
  for (const given of ["Ana", "Ben", "Cleo", "Dan", "Lone", "Out", "Far"]) {
    const reaches = given === "Far" ? [] : [{ kind: "email", value: `${given.toLowerCase()}@studio.example` }];
    const roles = given === "Lone" ? [] : [{ organisation: `Studio ${given}` }];
    const { row } = await ask(page, "people", "create", { name: `${given} Ruiz`, given, language: "en", tags: ["studio"], reaches, roles });
    ids[given] = row.id;
  }
  await ask(page, "consent", "say", { person: ids.Out, channel: "email", state: "optedOut", how: "on the phone" });
  const [tag] = await ask(page, "people", "tags");
  const rule = { match: "one", of: { on: "tag", tag: tag.id } };
  const segment = await ask(page, "segments", "save", { name: "Design studios", hue: 1, rule });
  const { templates } = await ask(page, "drafts", "saveTemplate", { kind: "checkIn", language: "en", title: "Studios", subject: "{{ organisation }}", body: BODY });
  const template = templates.find(({ title }) => title === "Studios").key;
  if (batch) await ask(page, "drafts", "makeBatch", { segment: segment.id, kind: "checkIn", template });
  return ids;
}
