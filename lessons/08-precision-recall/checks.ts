import {
  agreesWith,
  check,
  checks,
  expectEqual,
  expectThat,
  given,
  property,
  showPlain,
} from "groundwork/checks";
import type { Stage } from "groundwork/data";

type Costs = { missed: number; falseAlarm: number };
type Scored = { actual: boolean[]; scores: number[] };

export default checks<typeof import("./solution.ts"), Stage>(
  (bench) => {
    const { answer } = bench;
    const { actual, predicted, labels, scored } = dataOf(bench.stage);
    const matrix = bench.reference.confusionMatrix(actual, predicted, labels);
    const half = (isFirst: boolean) => (_: unknown, i: number) => (i % 2 === 0) === isFirst;
    const part = (isFirst: boolean) => ({
      actual: scored.actual.filter(half(isFirst)),
      scores: scored.scores.filter(half(isFirst)),
    });

    return [
      agreesWith(bench, "confusionMatrix", {
        statement: "confusionMatrix counts which class was taken for which",
        points: 2,
        given: answers,
        examples: [
          [
            ["a", "a", "b"],
            ["b", "b", "b"],
            ["a", "b"],
          ],
          [["a"], ["b"], ["b", "c", "a"]],
        ],
        onData: [[actual, predicted, labels]],
        next: "One row is “a” and was predicted as “b”. Which entry of the matrix counts it, with labels a, b?",
      }),

      agreesWith(bench, "precisionRecallF1", {
        id: "each-class",
        statement: "precision, recall and F1 of each class",
        points: 2,
        given: [matrices(1), fc.constant("each" as const)],
        examples: [
          [
            [
              [6, 2],
              [1, 1],
            ],
            "each",
          ],
        ],
        onData: [[matrix.map((row) => row.map((count) => count + 1)), "each"]],
        next: "For the class in column 0: which three entries of a 2 by 2 matrix matter, and which of them to precision?",
      }),

      agreesWith(bench, "precisionRecallF1", {
        id: "zero-over-zero",
        statement: "a class that is never predicted, or never there, scores 0 and not NaN",
        points: 1,
        after: "each-class",
        given: [withEmptyClass(), fc.constant("each" as const)],
        examples: [
          [
            [
              [3, 0],
              [2, 0],
            ],
            "each",
          ],
        ],
        next: "What is 0 / 0 in JavaScript, and which of your divisions can come to that?",
      }),

      agreesWith(bench, "precisionRecallF1", {
        id: "averages",
        statement: "macro and weighted averages of the classes’ own scores",
        points: 1,
        after: "each-class",
        given: [
          fc.oneof(matrices(1), withEmptyClass()),
          fc.constantFrom("macro" as const, "weighted" as const),
        ],
        examples: [
          [
            [
              [6, 2],
              [1, 1],
            ],
            "macro",
          ],
          [
            [
              [6, 2],
              [1, 1],
            ],
            "weighted",
          ],
        ],
        onData: [
          [matrix, "macro"],
          [matrix, "weighted"],
        ],
        next: "Write down the F1 of each class first. How often does each of them count?",
      }),

      property<[actual: boolean[], scores: number[], costs: Costs]>(
        "bestThreshold finds a threshold at which no other is cheaper",
        {
          id: "bestThreshold",
          points: 2,
          given: fc.tuple(scoredRows, prices).map(([rows, costs]) => [rows.actual, rows.scores, costs]),
          examples: [
            [[true, false], [0.5, 0.25], { missed: 1, falseAlarm: 1 }],
            [[false, false], [0.5, 0.25], { missed: 5, falseAlarm: 1 }],
            // Scores that are no probabilities, and scores nearer to each other than a hundredth.
            [[true, false], [-2, -3], { missed: 1, falseAlarm: 1 }],
            [[false, true], [0.501, 0.502], { missed: 1, falseAlarm: 1 }],
            // Other thresholds would be best if both cost the same, or if the costs were exchanged.
            [
              [true, false, false, true, true, false, true, true],
              [0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1],
              { missed: 5, falseAlarm: 1 },
            ],
          ],
          onData: [[scored.actual, scored.scores, { missed: 5, falseAlarm: 1 }]],
          next: "Which thresholds give different alarms at all? Write down what each of them costs.",
        },
        async (actual, scores, costs) => {
          expectCheapest(await answer.bestThreshold(actual, scores, costs), { actual, scores }, costs);
        },
      ),

      property<[validation: Scored, test: Scored, costs: Costs]>(
        "reportThreshold chooses on the validation rows and pays on the test rows",
        {
          id: "reportThreshold",
          points: 1,
          after: "bestThreshold",
          given: [scoredRows, scoredRows, prices],
          examples: [
            [
              { actual: [true, false], scores: [0.75, 0.5] },
              { actual: [true, false, false], scores: [0.5, 0.25, 0.25] },
              { missed: 5, falseAlarm: 1 },
            ],
          ],
          onData: [[part(true), part(false), { missed: 5, falseAlarm: 1 }]],
          next: "Which of the two sets of rows may decide, and which is only there to be counted?",
        },
        async (validation, test, costs) => {
          const { threshold, cost } = asReport(await answer.reportThreshold(validation, test, costs));
          expectCheapest(threshold, validation, costs);
          expectEqual(cost, costAt(threshold, test, costs), {
            what: `the cost of the test rows at the threshold ${showPlain(threshold)}`,
          });
        },
      ),

      check(
        "the test rows have no say in the threshold",
        {
          id: "no-leak",
          points: 1,
          after: "reportThreshold",
          next: "Turn the answers of the test rows round. Which of the two numbers in your report may change?",
        },
        async () => {
          const test = part(false);
          const turned = { actual: test.actual.map((is) => !is), scores: test.scores };
          const costs = { missed: 5, falseAlarm: 1 };
          const before = asReport(await answer.reportThreshold(part(true), test, costs));
          const after = asReport(await answer.reportThreshold(part(true), turned, costs));
          expectEqual(after.threshold, before.threshold, {
            what: "the threshold, after a change of nothing but the test rows’ answers",
          });
          expectEqual(after.cost, costAt(after.threshold, turned, costs), {
            what: "the cost of the changed test rows",
          });
        },
      ),
    ];
  },
  { freeShape: ["bestThreshold", "reportThreshold"], freeNumbers: ["precisionRecallF1"] },
);

const { fc } = given;

/** What rows are, what was said of them, and labels in any order, of which some need not occur. */
const answers = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("a", "b", "c")), {
      minLength: 1,
      maxLength: 10,
    }),
    fc.shuffledSubarray(["c", "a", "d", "b"], { minLength: 4 }),
  )
  .map(([pairs, labels]): [string[], string[], string[]] => [
    pairs.map(([is]) => is),
    pairs.map(([, said]) => said),
    labels,
  ]);

/** Confusion matrices of two to four classes, each entry at least `least`. */
function matrices(least: number) {
  return fc.integer({ min: 2, max: 4 }).chain((nClasses) => {
    const width = { minLength: nClasses, maxLength: nClasses };
    return fc.array(fc.array(fc.integer({ min: least, max: 9 }), width), width);
  });
}

/** The last class is never predicted, or never there. */
function withEmptyClass() {
  return fc.tuple(matrices(1), fc.boolean()).map(([matrix, isColumn]) => {
    const last = matrix.length - 1;
    return matrix.map((row, i) => row.map((count, j) => ((isColumn ? j : i) === last ? 0 : count)));
  });
}

/** Rows whose scores lie in sixteenths and often tie. */
const scoredRows = given.fc
  .array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 16 })), { minLength: 1, maxLength: 12 })
  .map((rows): Scored => ({ actual: rows.map(([is]) => is), scores: rows.map(([, score]) => score / 16) }));

const prices = fc.constantFrom<Costs>(
  { missed: 5, falseAlarm: 1 },
  { missed: 1, falseAlarm: 5 },
  { missed: 1, falseAlarm: 1 },
  { missed: 3, falseAlarm: 2 },
);

function costAt(threshold: number, { actual, scores }: Scored, { missed, falseAlarm }: Costs): number {
  return scores.reduce((cost, score, i) => {
    if (score >= threshold) return cost + (actual[i] ? 0 : falseAlarm);
    return cost + (actual[i] ? missed : 0);
  }, 0);
}

/** Below the lowest score, at each score and above the highest there are all the alarms that there can be. */
function expectCheapest(threshold: unknown, rows: Scored, costs: Costs): void {
  expectThat(
    typeof threshold === "number" && !Number.isNaN(threshold),
    `the threshold is ${showPlain(threshold as number)}, and a number was needed`,
  );
  const candidates = [...rows.scores, Number.POSITIVE_INFINITY];
  const costsThere = candidates.map((candidate) => costAt(candidate, rows, costs));
  const least = Math.min(...costsThere);
  const better = candidates[costsThere.indexOf(least)];
  const cost = costAt(threshold, rows, costs);
  const instead = better === Number.POSITIVE_INFINITY ? "without any alarm" : `at ${showPlain(better)}`;
  expectThat(
    cost <= least,
    `at the threshold ${showPlain(threshold)} the rows cost ${cost}; ${instead} they cost ${least}`,
  );
}

function asReport(value: unknown): { threshold: number; cost: number } {
  const { threshold, cost } = (value ?? {}) as { threshold?: unknown; cost?: unknown };
  expectThat(
    typeof threshold === "number" && typeof cost === "number",
    "a report is { threshold, cost }, two numbers",
  );
  return { threshold, cost };
}

/** About a hundred rows of the table: what they are, what a poor model says, and how sure it is that a row is not the usual. */
function dataOf({ table, dataset }: Stage) {
  const n = Math.min(table.nRows, 120);
  const even = table.take(Array.from({ length: n }, (_, k) => Math.floor((k * table.nRows) / n)));
  const actual = even.withoutMissing([dataset.target ?? ""]).target();
  const labels = [...new Set(actual)];
  const usual = labels[0];
  const predicted = actual.map((name, i) => (i % 3 === 0 ? name : usual));
  const isAlarm = actual.map((name) => name !== usual);
  const scores = isAlarm.map((is, i) => (((i * 37) % 101) * 2 + (is ? 80 : 0)) / 300);
  return { actual, predicted, labels, scored: { actual: isAlarm, scores } };
}
