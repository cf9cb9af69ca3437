/** A row of a table, by column name; null where a value is missing. All rows of a table have the same columns. */
export type Row = Record<string, string | number | boolean | null>;

/** How a gap is filled: by the mean, the median or the most frequent value of the column. */
export type Strategy = "mean" | "median" | "mostFrequent";

/** What an imputer knows: for each of its columns, the value that goes into a gap. */
export interface Imputer {
  fill: Record<string, number | string>;
}

/**
 * The rows with each cell of one column that is a code for "missing" made a gap: null. All else stays.
 *
 * @param codes the values that stand for a gap in this column, such as 0, -999 or "unknown"
 */
export function markGaps(rows: Row[], column: string, codes: (number | string)[]): Row[] {
  // answer:
  const isCode = (cell: Row[string]) => codes.some((code) => code === cell);
  return rows.map((row) => (isCode(row[column]) ? { ...row, [column]: null } : row));
  // end
}

/**
 * Learns what to fill the gaps of each column with, from the values that are there.
 *
 * "mean" and "median" are asked of columns of numbers. The median of an even count is the mean of the two in the middle.
 * "mostFrequent" may be asked of texts too; of several that are equally frequent it may be any.
 * A column without a single value teaches nothing: throw an error.
 */
export function fitImputer(rows: Row[], columns: string[], strategy: Strategy): Imputer {
  // answer:
  const fill: Imputer["fill"] = {};
  for (const column of columns) {
    const known = rows.map((row) => row[column]).filter((cell) => cell !== null);
    if (known.length === 0) throw new RangeError(`${column} has no value to learn from.`);
    fill[column] = statistics[strategy](known as number[]);
  }
  return { fill };
  // end
}

/**
 * The rows with the imputer's columns filled, and beside each of these an indicator: a column named "speed was missing", if the column is
 * "speed", with 1 where the value was missing and 0 where it was not.
 *
 * Each of the imputer's columns gets its indicator, also if no value was missing in these rows. All other cells stay, gaps among them.
 */
export function impute(imputer: Imputer, rows: Row[]): Row[] {
  // answer:
  return rows.map((row) => {
    const filled = { ...row };
    for (const [column, value] of Object.entries(imputer.fill)) {
      filled[column] = row[column] ?? value;
      filled[`${column} was missing`] = row[column] === null ? 1 : 0;
    }
    return filled;
  });
  // end
}

// answer:
const statistics = { mean: meanOf, median: medianOf, mostFrequent: mostFrequentOf };

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return meanOf(sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1));
}

function mostFrequentOf<Value>(values: Value[]): Value {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return values.find((value) => counts.get(value) === most) ?? values[0];
}
// end
