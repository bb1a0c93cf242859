/** What the screens of the guided mode agree on. */

/** What has the focus when a screen comes: the answer, or the heading where there is nothing to answer. */
export const FIRST = "textarea, h1[tabindex]";
/** Goes one question back; the way on is Ctrl and Enter, or a page down. */
export const BACK_KEY = "PgUp";
