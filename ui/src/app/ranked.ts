/** Orders by how well the typed letters fit: at the start, at the start of a word, anywhere, scattered in order. */
export function ranked<Item>(items: readonly Item[], text: string, wordsOf: (item: Item) => string): Item[] {
  if (text === "") return [...items];
  const wanted = plain(text);
  return items
    .map((item) => ({ item, rank: rankOf(plain(wordsOf(item)), wanted) }))
    .filter(({ rank }) => rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function rankOf(words: string, wanted: string): number {
  const at = words.indexOf(wanted);
  if (at === 0) return 0;
  if (at > 0) return /\s/.test(words[at - 1] ?? "") ? 1 : 2;
  let next = 0;
  for (const sign of words) if (sign === wanted[next]) next++;
  return next === wanted.length ? 3 : 4;
}
