/** axe on what is drawn. Colours are checked apart (tokens.test.ts): jsdom lays nothing out. */
import axe from "axe-core";

/** Fails with axe’s own words. Leaves out what only a whole page can have: a main landmark, a first heading. */
export async function noFaults(container: Element = document.body): Promise<void> {
  const { violations } = await axe.run(container, {
    resultTypes: ["violations"],
    rules: { "color-contrast": { enabled: false }, region: { enabled: false }, "landmark-one-main": { enabled: false }, "page-has-heading-one": { enabled: false } },
  });
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join("\n  ")}`);
  if (told.length > 0) throw new Error(`axe found ${told.length} faults\n${told.join("\n")}`);
}
