/** What jsdom lacks and every test needs: sizes, scrolling, media queries; English; a clean page after each test. */
import { act, cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { toasts } from "../components/overlays/toasts";
import { choices } from "../frame/choices";
import { hostedBy } from "../host/core";
import { speakEnglish } from "../strings/catalogue";

speakEnglish();

/** How long a test waits for what must come: generous, because the machine that checks may be busy. Nothing is slower for it. */
const PATIENCE_MS = 10_000;
const waitFor = vi.waitFor.bind(vi);
vi.waitFor = (callback, options) => waitFor(callback, options ?? PATIENCE_MS);

/** A window of 600 pixels, so that a virtual list draws some rows and not all. */
Object.defineProperties(HTMLElement.prototype, {
  offsetHeight: { configurable: true, get: () => 600 },
  offsetWidth: { configurable: true, get: () => 800 },
  clientHeight: { configurable: true, get: () => 600 },
  clientWidth: { configurable: true, get: () => 800 },
});
Element.prototype.scrollTo = function (this: Element, options?: ScrollToOptions | number) {
  if (typeof options === "object") this.scrollTop = options.top ?? this.scrollTop;
  this.dispatchEvent(new Event("scroll"));
} as typeof Element.prototype.scrollTo;
Element.prototype.scrollIntoView = () => undefined;
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`) } as typeof CSS;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.matchMedia ??= (query: string) =>
  ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList;

// A typed-in field that vanishes makes the pretend user send "change" while React is at work: that one event is not wrapped in act again.
Error.stackTraceLimit = 60;
configure({
  asyncUtilTimeout: PATIENCE_MS,
  eventWrapper: (send) => {
    if (new Error().stack?.includes("react-dom-client")) return send();
    let result: unknown;
    act(() => {
      result = send();
    });
    return result;
  },
});

beforeEach(() => {
  choices.set({ theme: "system", letterKeys: true });
});

afterEach(() => {
  cleanup();
  toasts.clear();
  hostedBy(null);
});
