import { Problem } from "../../problem.ts";

/** The most columns that a data set may have. */
const MOST_COLUMNS = 10_000;

/**
 * Refuses columns' names that cannot tell the columns apart.
 *
 * @param where what to say before the column: "a.csv, line 1"
 * @throws Problem "bad-dataset" with the column
 */
export function checkHeader(names: readonly string[], where: string): void {
  if (names.length > MOST_COLUMNS) {
    throw new Problem(
      "bad-dataset",
      `${where}: there are ${names.length.toLocaleString("en")} columns; ${MOST_COLUMNS.toLocaleString("en")} are the most.`,
      "Leave out the columns that are not needed, or turn them into rows.",
    );
  }
  const first = new Map<string, number>();
  for (const [j, name] of names.entries()) {
    if (name.trim() === "") {
      throw new Problem(
        "bad-dataset",
        `${where}, column ${j + 1}: the header has no name for this column.`,
        "Give every column a name; a delimiter at the end of each line makes one column too many.",
      );
    }
    const before = first.get(name);
    if (before !== undefined) {
      throw new Problem(
        "bad-dataset",
        `${where}, column ${j + 1}: "${name}" is the name of column ${before + 1} already.`,
        "Give each column a name of its own.",
      );
    }
    first.set(name, j);
  }
}
