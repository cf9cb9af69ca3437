/** With a generator and a shuffle of its own, the test at the end of the order; sizes rounded up. */
type Split = { train: number[]; test: number[] };

function generator(seed: number) {
  let state = (seed + 1) * 2654435761;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mixed(rows: number[], seed: number): number[] {
  const next = generator(seed);
  return rows
    .map((row) => ({ row, at: next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ row }) => row);
}

function dealt(rows: number[], testFraction: number, seed: number): Split {
  const nTest = Math.min(Math.ceil(rows.length * testFraction), rows.length - 1);
  const order = mixed(rows, seed);
  return { train: order.slice(0, rows.length - nTest), test: order.slice(rows.length - nTest) };
}

export function splitRows(nRows: number, testFraction: number, seed: number): Split {
  return dealt([...Array(nRows).keys()], testFraction, seed);
}

export function stratifiedSplit(labels: string[], testFraction: number, seed: number): Split {
  const rowsOf: Record<string, number[]> = {};
  for (const [i, label] of labels.entries()) {
    rowsOf[label] ??= [];
    rowsOf[label].push(i);
  }
  const split: Split = { train: [], test: [] };
  for (const [k, rows] of Object.values(rowsOf).entries()) {
    const { train, test } = dealt(rows, testFraction, seed + 1000 * k);
    split.train.push(...train);
    split.test.push(...test);
  }
  return split;
}

export function groupSplit(groups: string[], testFraction: number, seed: number): Split {
  const names = [...new Set(groups)].sort();
  const { test } = splitRows(names.length, testFraction, seed);
  const split: Split = { train: [], test: [] };
  for (const [i, group] of groups.entries()) {
    split[test.includes(names.indexOf(group)) ? "test" : "train"].push(i);
  }
  return split;
}

export function timeSplit(times: number[], cut: number): Split {
  const split: Split = { train: [], test: [] };
  for (const [i, time] of times.entries()) (time < cut ? split.train : split.test).push(i);
  return split;
}
