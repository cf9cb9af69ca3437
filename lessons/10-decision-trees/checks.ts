import {
  agreesWith,
  CheckFailure,
  check,
  checks,
  expectEqual,
  expectThat,
  given,
  property,
  showPlain,
} from "groundwork/checks";
import type { Stage } from "groundwork/data";
import { Random } from "groundwork/random";

import type { Leaf, Limits, Node, Question, Split } from "./solution.ts";

/** Gains are sums of a few fractions: any two sound ways to add them are nearer than this. */
const within = 1e-9;

/** Rows and the label of each. */
type Labelled = [X: number[][], y: string[]];

type Best = (X: number[][], y: string[]) => Split | null;

export default checks<typeof import("./solution.ts"), Stage>(
  (bench) => {
    const { answer, reference, stage } = bench;
    const { X, y } = someRows(stage);
    const isTest = (i: number) => i % 4 === 0;
    const train = { X: X.filter((_, i) => !isTest(i)), y: y.filter((_, i) => !isTest(i)) };
    const test = X.filter((_, i) => isTest(i));
    const limits: Limits = { maxDepth: 3, minSamplesSplit: 5 };

    return [
      agreesWith(bench, "gini", {
        statement: "gini says how mixed labels are: 0 for one class, towards 1 for many",
        points: 1,
        given: [given.labels({ min: 0, names: ["a", "b", "c", "d"] })],
        examples: [[["a", "b"]], [["a", "a", "a", "b"]], [["a"]], [[]]],
        onData: [[y]],
        next: "Work out a, a, a, b by hand: one class has a share of 3/4, the other of 1/4.",
      }),

      agreesWith(bench, "predictTree", {
        statement:
          "predictTree takes each row down to its leaf: left when the number is at most the threshold",
        points: 2,
        given: treeAndRows(),
        examples: [
          [{ feature: 0, threshold: 2, left: { label: "left" }, right: { label: "right" } }, [[1], [2], [3]]],
          [{ label: "only" }, [[1], [2]]],
        ],
        onData: [[reference.growTree(train.X, train.y, limits), test]],
        next: "Follow one row by hand: which number of the row does the question at the top look at?",
      }),

      agreesWith(bench, "bestSplit", {
        statement: "no question gains more than the one that bestSplit finds",
        points: 2,
        after: "gini",
        given: rowsAndLabels(),
        examples: [
          [
            [[1], [2], [3], [4]],
            ["a", "a", "b", "b"],
          ],
          [
            [[5], [5]],
            ["a", "b"],
          ],
          [[[1, 7]], ["a"]],
          [
            [[9], [10], [11]],
            ["a", "b", "b"],
          ],
        ],
        onData: [[train.X, train.y]],
        compare: (gave, expected, [rows, labels]) =>
          compareSplits(
            gave as Split | null,
            expected as Split | null,
            rows as number[][],
            labels as string[],
          ),
        next: "Take the rows above and try each threshold by hand: how many rows land on each side, and how mixed are they?",
      }),

      property<Labelled>(
        "its threshold lies halfway between two neighbouring values",
        {
          id: "halfway",
          points: 1,
          after: "bestSplit",
          given: rowsAndLabels(),
          onData: [[train.X, train.y]],
        },
        async (rows, labels) => {
          const split = await answer.bestSplit(rows, labels);
          if (split !== null) expectHalfway(split, rows);
        },
      ),

      property<[...Labelled, Limits]>(
        "every node of growTree asks a best question of its own rows, and a leaf comes where it should",
        {
          id: "growTree",
          points: 2,
          after: "bestSplit",
          given: rowsLabelsAndLimits(),
          examples: [
            [[[1], [2]], ["a", "b"], { maxDepth: 0, minSamplesSplit: 2 }],
            [[[1], [2]], ["a", "b"], { maxDepth: 3, minSamplesSplit: 2 }],
            [[[1], [2], [3]], ["a", "b", "b"], { maxDepth: 3, minSamplesSplit: 4 }],
          ],
          onData: [[train.X, train.y, limits]],
          next: "Which rows does the second question get to see, and what has to be true for a leaf to come?",
        },
        async (rows, labels, { maxDepth, minSamplesSplit }) => {
          const tree: unknown = await answer.growTree(rows, labels, { maxDepth, minSamplesSplit });
          walk(tree, {
            rows,
            labels,
            maxDepth,
            minSamplesSplit,
            place: "the root",
            best: reference.bestSplit,
          });
        },
      ),

      property<[...Labelled, Limits]>(
        "a column in another unit leaves every prediction as it was",
        {
          id: "unit",
          points: 1,
          after: ["growTree", "predictTree"],
          runs: 8,
          given: rowsLabelsAndLimits(),
          onData: [[train.X, train.y, limits]],
          next: "A question only compares numbers of one column with each other. What in your code looks at how large they are?",
        },
        async (rows, labels, wanted) => {
          // A power of two, so that no rounding gets between the two trees.
          const rescaled = rows.map((row) => [1024 * row[0], ...row.slice(1)]);
          const before = await answer.predictTree(await answer.growTree(rows, labels, wanted), rows);
          const after = await answer.predictTree(await answer.growTree(rescaled, labels, wanted), rescaled);
          expectEqual(after, before, {
            what: "what the tree says of its rows, after column 0 got another unit,",
          });
        },
      ),

      // The last, so that a diagnosis of the others need not run every mistake on so many rows.
      check(
        "bestSplit has its answer in a moment, even among 20,000 rows",
        {
          id: "many-rows",
          points: 1,
          after: "bestSplit",
          next: "Does every threshold make you look at all rows again? With the rows sorted, from one threshold to the next a single row changes sides.",
        },
        async () => {
          const { rows, labels } = manyRows(20_000);
          const split = await answer.bestSplit(rows, labels);
          compareSplits(split, reference.bestSplit(rows, labels), rows, labels);
        },
      ),
    ];
  },
  // Which of two equally good questions is asked is open, and so is the shape of all that follows.
  { freeShape: ["growTree"] },
);

// What is given.

/** Rows and columns from all over the table, few enough that each can be asked about often. */
function someRows({ table }: Stage): { X: number[][]; y: string[] } {
  const { target = "" } = table.roles;
  const spread = table.take(everySoMany([...Array(table.nRows).keys()], 360));
  const whole = spread.withoutMissing([...table.featureNames, target]);
  const part = whole.take(everySoMany([...Array(whole.nRows).keys()], 120));
  const rows = part.matrix();
  const varying = [...rows[0].keys()].filter((j) => rows.some((row) => row[j] !== rows[0][j]));
  const columns = everySoMany(varying, 8);
  return { X: rows.map((row) => columns.map((j) => row[j])), y: part.target() };
}

function everySoMany<T>(values: T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(values.length / most));
  return values.filter((_, i) => i % step === 0);
}

/** Small tables whose values come again, since ties are where searches go wrong. */
function rowsAndLabels() {
  const size = given.fc.record({
    nRows: given.fc.integer({ min: 1, max: 12 }),
    nColumns: given.fc.integer({ min: 1, max: 3 }),
    nClasses: given.fc.integer({ min: 1, max: 4 }),
  });
  return size.chain(({ nRows, nColumns, nClasses }) => {
    // Beyond 9, so that numbers sorted as words come in another order; whole, so that halves between them are exact.
    const value = given.fc.integer({ min: -3, max: 12 });
    const row = given.fc.array(value, { minLength: nColumns, maxLength: nColumns });
    const names = ["a", "b", "c", "d"].slice(0, nClasses);
    return given.fc.tuple(
      given.fc.array(row, { minLength: nRows, maxLength: nRows }),
      given.labels({ min: nRows, max: nRows, names }),
    );
  });
}

function rowsLabelsAndLimits() {
  const limits = given.fc.record({
    maxDepth: given.fc.integer({ min: 0, max: 4 }),
    minSamplesSplit: given.fc.integer({ min: 2, max: 5 }),
  });
  return given.fc
    .tuple(rowsAndLabels(), limits)
    .map(([[rows, labels], wanted]): [number[][], string[], Limits] => [rows, labels, wanted]);
}

/** A tree on two columns and rows for it; thresholds are often a row's own value. */
function treeAndRows() {
  const leaf = given.fc.constantFrom("a", "b", "c", "d").map((label): Node => ({ label }));
  const value = given.fc.integer({ min: 0, max: 4 });
  const above = (below: typeof leaf): typeof leaf =>
    given.fc.oneof(
      // The first is what a search for a smaller tree tries in place of the other.
      { withCrossShrink: true },
      { weight: 1, arbitrary: leaf },
      { weight: 3, arbitrary: question(below, value) },
    );
  const tree = above(above(above(leaf)));
  const rows = given.fc.array(given.fc.tuple(value, value), { minLength: 1, maxLength: 6 });
  return given.fc.tuple(
    tree,
    rows.map((pairs) => pairs.map((pair): number[] => [...pair])),
  );
}

type Drawn<T> = ReturnType<typeof given.fc.constant<T>>;

function question(below: Drawn<Node>, value: Drawn<number>): Drawn<Node> {
  const feature = given.fc.constantFrom(0, 1);
  return given.fc
    .record({ feature, threshold: value, left: below, right: below })
    .map((drawn): Node => drawn);
}

/** All values different and classes that overlap: the search has every threshold to look at. */
function manyRows(nRows: number): { rows: number[][]; labels: string[] } {
  const random = new Random(10);
  const values = random.shuffle([...Array(nRows).keys()]);
  const labels = values.map((value) => (random.uniform() < value / nRows ? "a" : "b"));
  return { rows: values.map((value) => [value]), labels };
}

// What is looked at.

/** How much a question lowers the impurity; straight from the definition. */
function gainOf(rows: number[][], labels: string[], feature: number, threshold: number): number {
  const left = labels.filter((_, i) => rows[i][feature] <= threshold);
  const right = labels.filter((_, i) => !(rows[i][feature] <= threshold));
  const weighted = left.length * impurityOf(left) + right.length * impurityOf(right);
  return impurityOf(labels) - weighted / labels.length;
}

function impurityOf(labels: string[]): number {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const shares = [...counts.values()].map((count) => count / labels.length);
  return 1 - shares.reduce((sum, share) => sum + share ** 2, 0);
}

function compareSplits(gave: Split | null, right: Split | null, rows: number[][], labels: string[]): void {
  if (right === null || gave === null) {
    expectThat(
      gave === right,
      gave ? "it asks, though no column has two different values" : "it finds no question",
    );
    return;
  }
  const { feature, threshold } = gave;
  expectThat(
    Number.isInteger(feature) && feature >= 0 && feature < rows[0].length,
    `there is no column ${showPlain(feature)}`,
  );
  const gain = gainOf(rows, labels, feature, threshold);
  if (gain < right.gain - within) {
    throw new CheckFailure({
      because:
        `“is column ${feature} at most ${showPlain(threshold)}?” gains ${showPlain(gain)}; ` +
        `“is column ${right.feature} at most ${showPlain(right.threshold)}?” gains ${showPlain(right.gain)}`,
    });
  }
  expectEqual(gave.gain, gain, { within, what: "the gain of its question" });
}

/** Any pair of neighbours will do: a column may have several equally good thresholds. */
function expectHalfway({ feature, threshold }: Split, rows: number[][]): void {
  const values = rows.map((row) => row[feature]);
  const below = Math.max(...values.filter((value) => value <= threshold));
  const above = Math.min(...values.filter((value) => value > threshold));
  const halfway = (below + above) / 2;
  if (Math.abs(threshold - halfway) <= within * Math.max(1, Math.abs(halfway))) return;
  throw new CheckFailure({
    because:
      `the values of column ${feature} beside ${showPlain(threshold)} are ${showPlain(below)} and ${showPlain(above)}, ` +
      `and ${showPlain(halfway)} is halfway`,
    path: ".threshold",
    gave: threshold,
    expected: halfway,
  });
}

interface Visit {
  readonly rows: number[][];
  readonly labels: string[];
  readonly maxDepth: number;
  readonly minSamplesSplit: number;
  /** Where in the tree, as a sentence names it. */
  readonly place: string;
  readonly best: Best;
}

/** Holds a tree against its own rows, node by node: whether each question gains as much as any, never which one it is. */
function walk(node: unknown, visit: Visit): void {
  const { rows, labels, place } = visit;
  const best = reasonForLeaf(visit) ? null : visit.best(rows, labels);
  if (isObject(node) && "label" in node) {
    expectLeaf(node as Partial<Leaf>, visit, best);
    return;
  }
  const isQuestion = isObject(node) && "left" in node && "right" in node;
  expectThat(
    isQuestion,
    `${place} of the tree is no leaf with a label and no question with a left and a right side`,
  );
  const { feature, threshold, left, right } = node as unknown as Question;
  const isReal =
    Number.isInteger(feature) && feature >= 0 && feature < rows[0].length && Number.isFinite(threshold);
  expectThat(
    isReal,
    `${place} asks about column ${showPlain(feature)} and threshold ${showPlain(threshold)}`,
  );
  const reason = reasonForLeaf(visit) ?? (best === null ? "no column has two different values there" : null);
  expectThat(reason === null, `${place} should be a leaf: ${reason}`);
  const gain = gainOf(rows, labels, feature, threshold);
  expectThat(
    best !== null && gain >= best.gain - within,
    `${place} has ${rowsIn(labels)} and asks “is column ${feature} at most ${showPlain(threshold)}?”, which gains ` +
      `${showPlain(gain)} there; another question gains ${showPlain(best?.gain)}`,
  );
  for (const [side, child] of Object.entries({ left, right })) {
    const isHere = (row: number[]) => row[feature] <= threshold === (side === "left");
    walk(child, {
      ...visit,
      rows: rows.filter(isHere),
      labels: labels.filter((_, i) => isHere(rows[i])),
      maxDepth: visit.maxDepth - 1,
      place: `${side} of ${place.replace("the root of the tree", "the root")}`,
    });
  }
}

/** Why there must be a leaf here, or null; that no question may be left is for the caller to see. */
function reasonForLeaf({ labels, maxDepth, minSamplesSplit }: Visit): string | null {
  if (maxDepth <= 0) return "maxDepth is reached";
  if (labels.length < minSamplesSplit) return `it has ${rowsIn(labels)}, fewer than minSamplesSplit`;
  if (new Set(labels).size === 1) return "all its labels are the same";
  return null;
}

function expectLeaf({ label }: Partial<Leaf>, { labels, place }: Visit, best: Split | null): void {
  expectThat(
    best === null || best.gain <= within,
    `${place} is a leaf, though a question there gains ${showPlain(best?.gain)} and no limit is reached`,
  );
  const count = (name: unknown) => labels.filter((each) => each === name).length;
  const most = Math.max(...labels.map(count));
  expectThat(
    count(label) === most,
    `${place}, with ${rowsIn(labels)}, is a leaf with the label ${showPlain(label)}: that label comes ${count(label)}× there, ` +
      `and another one ${most}×`,
  );
}

function rowsIn(labels: string[]): string {
  return labels.length === 1 ? "1 row" : `${labels.length} rows`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
