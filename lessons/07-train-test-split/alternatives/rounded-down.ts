/** Sizes rounded down; the rows of both sides in ascending order, as typed arrays; rows sorted by time. */
import { randomFrom } from "../solution.ts";

const ascending = (rows: number[]) => Int32Array.from(rows).sort();

function drawn<T>(values: T[], testFraction: number, random: { shuffle<V>(values: V[]): V[] }): [T[], T[]] {
  const nTest = Math.max(1, Math.floor(values.length * testFraction + 1e-9));
  const order = random.shuffle(values);
  return values.length < 2 ? [values, []] : [order.slice(nTest), order.slice(0, nTest)];
}

export function splitRows(nRows: number, testFraction: number, seed: number) {
  const [train, test] = drawn([...Array(nRows).keys()], testFraction, randomFrom(seed));
  return { train: ascending(train), test: ascending(test) };
}

export function stratifiedSplit(labels: string[], testFraction: number, seed: number) {
  const random = randomFrom(seed);
  const parts = [...new Set(labels)].map((label) => {
    const rows = labels.flatMap((other, i) => (other === label ? [i] : []));
    return drawn(rows, testFraction, random);
  });
  return {
    train: ascending(parts.flatMap(([train]) => train)),
    test: ascending(parts.flatMap(([, test]) => test)),
  };
}

export async function groupSplit(groups: string[], testFraction: number, seed: number) {
  const [, chosen] = drawn([...new Set(groups)], testFraction, randomFrom(seed));
  const sides = groups.map((group) => chosen.includes(group));
  return {
    train: ascending(sides.flatMap((isTest, i) => (isTest ? [] : [i]))),
    test: ascending(sides.flatMap((isTest, i) => (isTest ? [i] : []))),
  };
}

export function timeSplit(times: number[], cut: number) {
  const byTime = [...times.keys()].sort((one, other) => times[one] - times[other]);
  const first = byTime.findIndex((i) => times[i] >= cut);
  return first === -1
    ? { train: byTime, test: [] }
    : { train: byTime.slice(0, first), test: byTime.slice(first) };
}
