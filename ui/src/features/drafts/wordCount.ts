/** How many words a text has, also where words are not parted by spaces. */
export function wordCount(text: string, language: string): number {
  let locale: string | undefined = language || undefined;
  try {
    Intl.getCanonicalLocales(locale);
  } catch {
    locale = undefined;
  }
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(locale, { granularity: "word" }).segment(text)) if (isWordLike) count += 1;
  return count;
}
