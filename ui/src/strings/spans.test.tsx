/** Lengths of time as people say them. */
import { I18nProvider } from "@lingui/react";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test } from "vitest";
import { i18n } from "./catalogue";
import { useSpans } from "./spans";

const spans = () => renderHook(() => useSpans(), { wrapper: ({ children }: { children: ReactNode }) => <I18nProvider i18n={i18n}>{children}</I18nProvider> }).result.current;

test.each([
  [0, "1 day"], [1, "1 day"], [13, "13 days"], [14, "2 weeks"], [63, "9 weeks"], [69, "10 weeks"], [75, "2 months"], [365, "12 months"], [800, "2 years"],
])("%i days are %s", (days, words) => expect(spans().long(days)).toBe(words));

test.each([
  [1, "every day"], [3.4, "every 3 days"], [7, "every week"], [10, "every 10 days"], [21, "every 3 weeks"], [120, "every 4 months"],
])("a gap of %f days is %s", (days, words) => expect(spans().every(days)).toBe(words));

test.each([
  [21, 63, "Usually every 3 weeks · silent for 9"],
  [35, 56, "Usually every 5 weeks · silent for 8"],
  [5, 22, "Usually every 5 days · silent for 22"],
  [5, 70, "Usually every 5 days · silent for 2 months"],
  [7, 20, "Usually every week · silent for 3 weeks"],
  [1, 3, "Usually every day · silent for 3 days"],
])("a rhythm of %i days and a silence of %i", (usual, silent, words) => expect(spans().rhythm(usual, silent)).toBe(words));
