/** Settings are saved one by one, and a letter's sender only when it is said. */
import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { drawn } from "../../test/drawn";
import { noFaults } from "../../test/noFaults";
import { languages } from "./languages";
import { SenderSection } from "./SenderSection";
import { WindowSection } from "./WindowSection";

const settings = { idleMinutes: 10, dailyBackup: true, sortLanguage: "is", appearance: "system", letterKeys: true, sender: { name: "Ana", email: "", organisation: "", role: "", phone: "", solo: false }, letters: { capWeek: 3, capMonth: 6, answerDays: 5 } };
const answers = { "settings.get": settings, "settings.save": settings };

test("the sender is saved as a whole, once it changed", async () => {
  const { user, host } = drawn(<SenderSection />, { answers });
  await user.type(await screen.findByLabelText("Firm"), "Harbour");
  await noFaults();
  await user.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(host.lastInput("settings.save")).toEqual({ ...settings, sender: { ...settings.sender, organisation: "Harbour" } }));
});

test("light, dark or as the system", async () => {
  const { user, host } = drawn(<WindowSection />, { answers });
  await user.click(await screen.findByRole("radio", { name: "Dark" }));
  await vi.waitFor(() => expect(host.lastInput("settings.save")).toEqual({ ...settings, appearance: "dark" }));
  await noFaults();
});

test("the language in use can be chosen even if nobody thought of it", () => {
  expect(languages("en", "fo").map((one) => one.id)).toContain("fo");
  expect(languages("de", "de").find((one) => one.id === "is")?.label).toBe("Isländisch");
});
