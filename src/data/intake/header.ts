import { Problem } from "../../problem.ts";
import { showText, visibleText } from "./show-text.ts";

/** The most columns that a data set may have, and the most characters that a name may have. */
const MOST_COLUMNS = 10_000;
const LONGEST_NAME = 1_000;

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
    const seen = visibleText(name);
    const fault = faultOf(name, names, first.get(seen));
    if (fault !== null) throw new Problem("bad-dataset", `${where}, column ${j + 1}: ${fault[0]}.`, fault[1]);
    first.set(seen, j);
  }
}

/** What is wrong with a name, and what to do; null if nothing is. */
function faultOf(
  name: string,
  names: readonly string[],
  before: number | undefined,
): [string, string] | null {
  if (visibleText(name) === "") {
    return [
      "the header has no name for this column",
      "Give every column a name; a delimiter at the end of each line makes one column too many.",
    ];
  }
  if (name.length > LONGEST_NAME) {
    const [length, most] = [name.length, LONGEST_NAME].map((n) => n.toLocaleString("en"));
    return [
      `the name has ${length} characters; ${most} are the most: ${showText(name)}`,
      "Give it a short name.",
    ];
  }
  if (before !== undefined) {
    const differ = "in spaces or in characters that cannot be seen alone";
    return [
      names[before] === name
        ? `${showText(name)} is the name of column ${before + 1} already`
        : `${showText(name)} differs from the name of column ${before + 1} ${differ}`,
      "Give each column a name of its own.",
    ];
  }
  if (/[\r\n]/.test(name)) {
    return [`the name ${showText(name)} holds a line end`, "Write the name on one line."];
  }
  if (name.startsWith("\ufeff")) {
    return [
      `${showText(name)} begins with a byte order mark, which cannot be seen`,
      "Remove it from the name.",
    ];
  }
  return null;
}
