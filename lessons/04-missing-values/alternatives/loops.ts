/** One loop in another, without any array method; of equally frequent values the last one wins. */
import type { Imputer, Row, Strategy } from "../solution.ts";

export function markGaps(rows: Row[], column: string, codes: (number | string)[]): Row[] {
  const marked: Row[] = [];
  for (const row of rows) {
    const copy = { ...row };
    for (const code of codes) if (row[column] === code) copy[column] = null;
    marked.push(copy);
  }
  return marked;
}

export function fitImputer(rows: Row[], columns: string[], strategy: Strategy): Imputer {
  const fill: Imputer["fill"] = {};
  for (const column of columns) {
    const known: (number | string)[] = [];
    for (const row of rows) {
      const cell = row[column];
      if (typeof cell === "number" || typeof cell === "string") known.push(cell);
    }
    if (known.length === 0) throw new Error(`no value in ${column}`);
    if (strategy === "mostFrequent") fill[column] = commonest(known);
    else fill[column] = strategy === "mean" ? mean(known as number[]) : median(known as number[]);
  }
  return { fill };
}

export function impute({ fill }: Imputer, rows: Row[]): Row[] {
  const filled: Row[] = [];
  for (const row of rows) {
    const copy = { ...row };
    for (const column in fill) {
      copy[`${column} was missing`] = 0;
      if (row[column] !== null) continue;
      copy[`${column} was missing`] = 1;
      copy[column] = fill[column];
    }
    filled.push(copy);
  }
  return filled;
}

function mean(values: number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** The value with as many below as above; counted, not sorted. */
function median(values: number[]): number {
  let [low, high] = [Number.NaN, Number.NaN];
  for (const value of values) {
    let [below, equal] = [0, 0];
    for (const other of values) {
      if (other < value) below++;
      else if (other === value) equal++;
    }
    const at = (place: number) => below <= place && place < below + equal;
    if (at(Math.floor((values.length - 1) / 2))) low = value;
    if (at(Math.floor(values.length / 2))) high = value;
  }
  return (low + high) / 2;
}

function commonest<Value>(values: Value[]): Value {
  let [best, most] = [values[0], 0];
  for (const value of values) {
    let count = 0;
    for (const other of values) if (other === value) count++;
    if (count >= most) [best, most] = [value, count];
  }
  return best;
}
