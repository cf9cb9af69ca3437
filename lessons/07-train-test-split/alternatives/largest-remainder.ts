/** Seats shared out over classes by largest remainder, so that the whole test has its share too; groups keep their rows in a map. */
import { randomFrom, type Split } from "../solution.ts";

const rowsBy = (names: string[]) => {
  const rows = new Map<string, number[]>();
  names.forEach((name, i) => {
    rows.set(name, [...(rows.get(name) ?? []), i]);
  });
  return [...rows.values()];
};

export function splitRows(nRows: number, testFraction: number, seed: number): Split {
  const order = randomFrom(seed).shuffle(Array.from({ length: nRows }, (_, i) => i));
  const nTest = Math.min(nRows - 1, Math.ceil(nRows * testFraction));
  return { test: order.splice(0, nTest), train: order };
}

export function stratifiedSplit(labels: string[], testFraction: number, seed: number): Split {
  const random = randomFrom(seed);
  const classes = rowsBy(labels).map((rows) => random.shuffle(rows));
  const seats = classes.map((rows) => Math.floor(rows.length * testFraction));
  const open = Math.round(labels.length * testFraction) - seats.reduce((sum, count) => sum + count, 0);
  const remainder = (k: number) => classes[k].length * testFraction - seats[k];
  const byRemainder = [...classes.keys()]
    .filter((k) => remainder(k) > 0)
    .sort((one, other) => remainder(other) - remainder(one));
  for (const k of byRemainder.slice(0, Math.max(0, open))) seats[k]++;
  for (const [k, rows] of classes.entries()) seats[k] = Math.min(Math.max(seats[k], 1), rows.length - 1);
  return {
    test: classes.flatMap((rows, k) => rows.slice(0, seats[k])),
    train: classes.flatMap((rows, k) => rows.slice(seats[k])),
  };
}

export function groupSplit(groups: string[], testFraction: number, seed: number): Split {
  const families = rowsBy(groups);
  const { train, test } = splitRows(families.length, testFraction, seed);
  return { train: train.flatMap((k) => families[k]), test: test.flatMap((k) => families[k]) };
}

export function timeSplit(times: number[], cut: number): Split {
  const rows = times.map((_, i) => i);
  return { test: rows.filter((i) => times[i] >= cut), train: rows.filter((i) => times[i] < cut) };
}
