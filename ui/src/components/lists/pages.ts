/** What a long list needs to know about its rows, wherever they come from. */

export interface Pages<Row> {
  /** Changes when it is another list (another filter, another order): the view then starts at the top. */
  listKey: string;
  /** How many there are in all; undefined until the first answer. */
  total: number | undefined;
  /** The row, if it is here already. */
  row: (index: number) => Row | undefined;
  /** Says which rows are in view, so that they and their neighbours are fetched. */
  want: (first: number, last: number) => void;
}

/** Rows that are all here. */
export function pagesOf<Row>(rows: readonly Row[], listKey = ""): Pages<Row> {
  return { listKey, total: rows.length, row: (index) => rows[index], want: () => undefined };
}
