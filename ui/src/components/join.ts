/** Class names that may be absent, as one attribute. */
export const join = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(" ");
