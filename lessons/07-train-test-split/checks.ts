import { check, checks, expectThat, given, property } from "groundwork/checks";
import type { Row, Stage } from "groundwork/data";

type Split = { train: number[]; test: number[] };
type Labelled = [labels: string[], testFraction: number, seed: number];

export default checks<typeof import("./solution.ts"), Stage>(
  ({ answer, stage }) => {
    const { labels, groups, times } = rolesOf(stage);
    const middle = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];

    return [
      property(
        "splitRows puts every row on one side, once",
        {
          id: "splitRows",
          points: 1,
          given: [rowCount, fraction, seed],
          examples: [[10, 0.3, 1]],
          onData: [[labels.length, 0.25, 7]],
          next: "Write both lists down for 4 rows. Which of the numbers 0 to 3 do you see, and how often?",
        },
        async (nRows, testFraction, seed) => {
          expectEveryRowOnce(await answer.splitRows(nRows, testFraction, seed), nRows);
        },
      ),

      property(
        "splitRows gives the test its share of the rows",
        {
          id: "share",
          points: 1,
          after: "splitRows",
          given: [rowCount, fraction, seed],
          examples: [
            [100, 0.25, 1],
            [3, 0.1, 1],
            [3, 0.9, 1],
          ],
          onData: [[labels.length, 0.25, 7]],
          next: "How many rows are a quarter of 100, and a tenth of 3? What if rounding leaves a side empty?",
        },
        async (nRows, testFraction, seed) => {
          const { test } = asSplit(await answer.splitRows(nRows, testFraction, seed));
          expectShare(test.length, nRows, testFraction, "rows");
        },
      ),

      check(
        "the seed decides which rows splitRows draws, and nothing else does",
        {
          id: "seed",
          points: 1,
          after: "share",
          next: "What in your function depends on the seed, and what depends on anything else?",
        },
        async () => {
          await expectChance("splitRows", (seed) => answer.splitRows(8, 0.5, seed), 8);
        },
      ),

      property<Labelled>(
        "stratifiedSplit gives the test its share of every class",
        {
          id: "stratifiedSplit",
          points: 2,
          given: [classes, fraction, seed],
          examples: [
            [[..."aaaaaaaabb"], 0.25, 1],
            [[..."abbbbbbbbbbb"], 0.25, 2],
          ],
          onData: [[labels, 0.25, 7]],
          next: "List the rows of one class and split that list. Which function of yours can do it, and what do the numbers stand for that it gives?",
        },
        async (labels, testFraction, seed) => {
          const split = asSplit(await answer.stratifiedSplit(labels, testFraction, seed));
          expectEveryRowOnce(split, labels.length);
          for (const name of new Set(labels)) {
            const size = labels.filter((label) => label === name).length;
            const inTest = split.test.filter((i) => labels[i] === name).length;
            const what = `rows of class ${JSON.stringify(name)}`;
            const isFair = hasShare(split.test.length, labels.length, testFraction);
            const but = isFair ? "of all rows the test has its share, but of these it has not: " : "";
            if (size > 1) expectShare(inTest, size, testFraction, what, but);
          }
        },
      ),

      check(
        "within each class the seed decides",
        {
          id: "stratified-seed",
          points: 1,
          after: "stratifiedSplit",
          next: "Are the rows of one class in random order before you cut?",
        },
        async () => {
          // Sorted by class, as many tables are.
          const sorted = [..."aaaaaabb"];
          await expectChance("stratifiedSplit", (seed) => answer.stratifiedSplit(sorted, 0.5, seed), 8);
        },
      ),

      property<Labelled>(
        "groupSplit tears no group apart, and gives the test its share of the groups",
        {
          id: "groupSplit",
          points: 1,
          given: [families, fraction, seed],
          examples: [
            [["a", "b", "a", "b"], 0.5, 1],
            [[..."abcabcabcddddddddddd"], 0.25, 3],
          ],
          onData: new Set(groups).size > 1 ? [[groups, 0.25, 7]] : [],
          next: "List the groups, each once, and draw from that list. When a group is drawn, which rows have to go with it?",
        },
        async (groups, testFraction, seed) => {
          const split = asSplit(await answer.groupSplit(groups, testFraction, seed));
          expectEveryRowOnce(split, groups.length);
          const inTest = new Set(split.test.map((i) => groups[i]));
          const torn = split.train.find((i) => inTest.has(groups[i]));
          if (torn !== undefined) {
            const there = split.test.find((i) => groups[i] === groups[torn]);
            const name = JSON.stringify(groups[torn]);
            expectThat(
              false,
              `group ${name} is on both sides: row ${torn} is in train, row ${there} in test`,
            );
          }
          expectShare(inTest.size, new Set(groups).size, testFraction, "groups");
        },
      ),

      check(
        "the seed decides which groups groupSplit draws",
        {
          id: "group-seed",
          points: 1,
          after: "groupSplit",
          next: "In which order do you go through the groups?",
        },
        async () => {
          const pairs = [..."abcdefghabcdefgh"];
          await expectChance("groupSplit", (seed) => answer.groupSplit(pairs, 0.5, seed), 16);
        },
      ),

      property<[times: number[], cut: number]>(
        "timeSplit learns from the past and keeps the future for the test",
        {
          id: "timeSplit",
          points: 2,
          given: moments(),
          examples: [
            [[3, 1, 2], 2],
            [[1990, 2001, 1995], 2000],
          ],
          onData: [[times, middle]],
          next: "Take one row, its time and the cut. Do you need to know anything about the other rows?",
        },
        async (times, cut) => {
          const split = asSplit(await answer.timeSplit(times, cut));
          expectEveryRowOnce(split, times.length);
          const late = split.train.find((i) => times[i] >= cut);
          const early = split.test.find((i) => times[i] < cut);
          const where = (i: number, side: string) =>
            `row ${i}, of time ${times[i]}, is in ${side}, and the cut is ${cut}`;
          if (late !== undefined) expectThat(false, where(late, "train"));
          if (early !== undefined) expectThat(false, where(early, "test"));
        },
      ),
    ];
  },
  { freeShape: ["splitRows", "stratifiedSplit", "groupSplit", "timeSplit"] },
);

const { fc } = given;
const seed = fc.nat({ max: 999 });
/**
 * Shares and, most often, counts of which they are whole numbers: there all ways of rounding agree, so that a diagnosis finds
 * the mistake of an answer that rounds in another way than ours.
 */
const fraction = fc.constantFrom(0.25, 0.5, 0.75);
const count = fc.constantFrom(4, 8, 12, 2, 3, 5);
const rowCount = fc.oneof(
  count,
  fc.integer({ min: 4, max: 6 }).map((quarter) => 4 * quarter),
);
const classes = fc.array(count, { minLength: 1, maxLength: 3 }).map(interleaved);
/** Two groups or more, of one row or more. */
const families = fc
  .tuple(count, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 12, maxLength: 12 }))
  .map(([nGroups, sizes]) => interleaved(sizes.slice(0, nGroups)));

/** So many rows of a, of b and so on, taken in turn: each name comes again further down. */
function interleaved(sizes: number[]): string[] {
  const rounds = Array.from({ length: Math.max(...sizes) }, (_, round) => round);
  return rounds.flatMap((round) => sizes.flatMap((size, k) => (size > round ? ["abcdefghijkl"[k]] : [])));
}

/** Times, some of them equal, and a cut that leaves a row on either side. */
function moments() {
  return fc
    .tuple(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 12 }), fc.nat({ max: 11 }))
    .map(([times, pick]): [number[], number] => [times, times[pick % times.length]])
    .filter(([times, cut]) => times.some((time) => time < cut));
}

/** Whatever came, as two lists; each entry is still looked at by `expectEveryRowOnce`. */
function asSplit(value: unknown): Split {
  const { train, test } = (value ?? {}) as Partial<Split>;
  expectThat(
    Array.isArray(train) && Array.isArray(test),
    "a split is { train, test }, two lists of row numbers",
  );
  return { train, test };
}

function expectEveryRowOnce(value: unknown, nRows: number): void {
  const { train, test } = asSplit(value);
  const sides = new Map<number, string>();
  for (const [name, rows] of Object.entries({ train, test })) {
    for (const i of rows) {
      const isRow = Number.isInteger(i) && i >= 0 && i < nRows;
      expectThat(isRow, `${name} holds ${String(i)}, and the rows go from 0 to ${nRows - 1}`);
      const before = sides.get(i);
      const where = before === name ? `twice in ${name}` : "in train and in test";
      expectThat(before === undefined, `row ${i} is ${where}`);
      sides.set(i, name);
    }
  }
  const lost = Array.from({ length: nRows }, (_, i) => i).find((i) => !sides.has(i));
  expectThat(lost === undefined, `row ${lost} is neither in train nor in test`);
}

/** The smallest and the largest test: the share, rounded down and up; of two or more, one on each side. */
function bounds(count: number, testFraction: number): number[] {
  const share = count * testFraction;
  return [Math.floor(share), Math.ceil(share)].map((size) => Math.min(Math.max(size, 1), count - 1));
}

function hasShare(got: number, count: number, testFraction: number): boolean {
  const [low, high] = bounds(count, testFraction);
  return got >= low && got <= high;
}

function expectShare(got: number, count: number, testFraction: number, what: string, but = ""): void {
  const [low, high] = bounds(count, testFraction);
  const needed = low === high ? `${low}` : `${low} or ${high}`;
  const isTrains = hasShare(count - got, count, testFraction);
  expectThat(
    hasShare(got, count, testFraction),
    `${but}the test has ${got} of ${count} ${what}, and needs ${needed} (testFraction ${testFraction})${isTrains ? ": training has what belongs to the test" : ""}`,
  );
}

/** How many seeds are tried, and how few different tests are suspicious: drawn well, 30 or more differ. */
const seeds = 40;
const fewTests = 18;

/** The same seed gives the same split again, the seeds give many different tests, and no row is always or never drawn. */
async function expectChance(name: string, draw: (seed: number) => Promise<unknown>, nRows: number) {
  const of = async (seed: number) => {
    const split = asSplit(await draw(seed));
    expectEveryRowOnce(split, nRows);
    return split.test.toSorted((one, other) => one - other);
  };
  const [first, again] = [await of(3), await of(3)];
  expectThat(
    `${first}` === `${again}`,
    `${name} was given seed 3 twice, and drew other rows the second time`,
  );
  const tests = await Promise.all(Array.from({ length: seeds }, (_, i) => of(i)));
  const different = new Set(tests.map(String)).size;
  const never = Array.from({ length: nRows }, (_, i) => i).find((i) => !tests.flat().includes(i));
  expectThat(different > 1, `${seeds} seeds gave one and the same test: rows ${first.join(", ")}`);
  expectThat(never === undefined, `row ${never} is in the test for none of ${seeds} seeds`);
  expectThat(
    different >= fewTests,
    `${seeds} seeds gave only ${different} different tests; drawn well, about 30 differ`,
  );
}

/** About a hundred rows from all over the table: their classes (of a number, its halves), groups and times. */
function rolesOf({ table, dataset }: Stage) {
  const { target = "", groups: groupNames = [], time = "" } = table.roles;
  const n = Math.min(table.nRows, 100);
  const some = table.take(Array.from({ length: n }, (_, k) => Math.floor((k * table.nRows) / n)));
  const rows = some.withoutMissing([target, time, ...groupNames]).rows();
  return {
    labels: dataset.task === "classification" ? rows.map((row) => String(row[target])) : halves(rows, target),
    groups: rows.map((row) => groupNames.map((name) => row[name]).join(" · ")),
    times: rows.map((row) => (typeof row[time] === "number" ? row[time] : Date.parse(String(row[time])))),
  };
}

function halves(rows: Row[], name: string): string[] {
  const values = rows.map((row) => Number(row[name]));
  const middle = values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
  return values.map((value) => (value < middle ? "low" : "high"));
}
