/** Puts the focus into a part of the rule: on the first thing in it that takes one. */
export const focusIn = (part: Element): void => part.querySelector<HTMLElement>("button, input")?.focus();
