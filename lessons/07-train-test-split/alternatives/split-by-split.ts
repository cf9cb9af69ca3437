/** Each function from the first: classes are split one by one with the same seed, groups are numbered. */
import { type Split, splitRows as split } from "../solution.ts";

export const splitRows = split;

export function stratifiedSplit(labels: string[], testFraction: number, seed: number): Split {
  const all: Split = { train: [], test: [] };
  for (const name of new Set(labels)) {
    const rows = labels.map((_, i) => i).filter((i) => labels[i] === name);
    const { train, test } =
      rows.length > 1 ? split(rows.length, testFraction, seed) : { train: [0], test: [] };
    all.train.push(...train.map((k) => rows[k]));
    all.test.push(...test.map((k) => rows[k]));
  }
  return all;
}

export function groupSplit(groups: string[], testFraction: number, seed: number): Split {
  const numbers = new Map<string, number>();
  for (const group of groups) if (!numbers.has(group)) numbers.set(group, numbers.size);
  const { test } = split(numbers.size, testFraction, seed);
  const all: Split = { train: [], test: [] };
  groups.forEach((group, i) => {
    const isTest = test.some((number) => number === numbers.get(group));
    (isTest ? all.test : all.train).push(i);
  });
  return all;
}

export function timeSplit(times: number[], cut: number): Split {
  const all: Split = { train: [], test: [] };
  times.forEach((time, i) => {
    if (time >= cut) all.test.push(i);
    else all.train.push(i);
  });
  return all;
}
