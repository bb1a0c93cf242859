/** A name or a title inside a sentence that is plain text (a toast, a title): where there is no element to isolate its direction. */

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The text between marks that keep its direction from turning the words around it. Left as it is when it has none of its own. */
export const isolated = (text: string): string => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);
