/** What a vault of the tests and pictures is filled with, and how its window is dressed. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { ask } from "./start.mjs";

export const PASSPHRASE = "harbour lights tinker seven";

/** Light and dark, at the usual size and at the smallest. */
export const looks = [
  { name: "light", colorScheme: "light", width: 1360, height: 860 },
  { name: "dark", colorScheme: "dark", width: 1360, height: 860 },
  { name: "light-small", colorScheme: "light", width: 960, height: 600 },
  { name: "dark-small", colorScheme: "dark", width: 960, height: 600 },
];

/** Dresses the page in one of them. */
export async function wear(page, { colorScheme, width, height }) {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height });
}

/** Makes a vault behind the open page and goes into it; `fill` puts something in first. */
export async function moveIn(page, fill = async () => {}) {
  const { recoveryCode } = await ask(page, "vault", "create", { passphrase: PASSPHRASE });
  await ask(page, "vault", "confirmRecovery", { code: recoveryCode });
  await fill(page);
  await page.reload();
  await page.getByRole("navigation", { name: "Rooms" }).waitFor();
}

/** The demonstration book. */
export const demo = (page) => ask(page, "sample", "demo");

const CARDS = `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Ruiz\r\nEMAIL:ana@ruiz.example\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:يوسف حداد\r\nTEL:+34 600 000 001\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cut off\r\n`;

/** Writes a small file of contacts into a folder, the last of its cards cut off. */
export function cards(folder) {
  const file = path.join(folder, "contacts.vcf");
  writeFileSync(file, CARDS);
  return file;
}

/** A copy of a map as somebody else sees it: every step a little otherwise, and one that only they know. */
export async function filledIn(page, journey, by) {
  const copy = JSON.parse(await ask(page, "press", "workshopText", { journey, by }));
  copy.stages.forEach((stage, i) => stage.steps.forEach((step, j) => {
    const value = ((i * 3 + j * 2 + by.length) % 5) - 2;
    step.feels = { value, word: ["lost", "unsure", "calm", "glad", "proud"][value + 2] };
  }));
  copy.stages[0].steps.push({ name: "They ask a friend", feels: { value: 1, word: "curious" }, momentOfTruth: false });
  return JSON.stringify(copy);
}

/** Names as long, as short and as turned as they come, each with something logged. */
export async function names(page) {
  const people = [
    { name: "Wolfeschlegelsteinhausenbergerdorff-Sommerfeld Hubert Blaine Adolph Charles David Earl", given: "Hubert", roles: [{ organisation: "Gesellschaft für Donaudampfschifffahrt und Binnenverkehrswesen mbH & Co. KGaA", title: "Stellvertretende Leitung der Abteilung für Kundenbeziehungen" }] },
    { name: "عبد الرحمن بن محمد الهاشمي", given: "عبد الرحمن", language: "ar", roles: [{ organisation: "مؤسسة الأفق للتجارة" }], tags: ["عميل قديم"] },
    { name: "נועה בן־דוד", given: "נועה", roles: [{ organisation: "Café (Tel Aviv)" }] },
    { name: "Ng", given: "Ng" },
    { name: "김현우", given: "현우", family: "김" },
    { name: "Đặng Thị Ngọc Ánh", given: "Ánh", nickname: "🌸 Ánh" },
  ];
  for (const person of people) {
    const { row } = await ask(page, "people", "create", { ...person, stage: "active", note: person.name, reaches: [{ kind: "email", value: `p${person.name.length}@long-and-quite-unbreakable-domain-name.example` }] });
    for (const days of [90, 101, 113]) {
      const at = new Date(Date.parse("2026-11-23T09:00:00Z") - days * 86_400_000).getTime();
      await ask(page, "touchpoints", "log", { people: [row.id], channel: "phone", title: `${person.name}: VAT`, text: person.name.repeat(3), felt: -1, at });
    }
    await ask(page, "drafts", "start", { person: row.id, kind: "checkIn" });
  }
}
