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

export default checks<typeof import("./solution.ts"), Stage>((bench) => {
  const { answer, reference, stage } = bench;
  const labels = stage.table.withoutMissing([stage.table.roles.target ?? []].flat()).target();
  // Rows from all over the table, few enough that they can be asked about again and again.
  const some = labels.filter((_, i) => i % Math.ceil(labels.length / 200) === 0);

  return [
    agreesWith(bench, "usableColumns", {
      statement: "usableColumns names the columns that are known before the outcome, and no others",
      points: 2,
      given: [columnNotes()],
      examples: [[[]]],
      onData: [[columnsOf(stage)]],
      next: "Of speed (known before) and cost (known only afterwards), which name belongs in the list?",
    }),

    agreesWith(bench, "majorityClass", {
      statement: "majorityClass gives the label that comes most often",
      points: 2,
      given: [given.labels()],
      onData: [[labels]],
      // Which of several equally frequent labels it is has a check of its own: "ties".
      compare: (gave, expected, [given]) => {
        const [often, most] = [gave, expected].map((label) => countOf(label, given));
        if (often === most) return;
        throw new CheckFailure({
          because: `${showPlain(expected)} comes ${times(most)}, and ${showPlain(gave)} ${times(often)}`,
          gave,
          expected,
        });
      },
      next: "Go through the list once, with a tally for each label. Which tally is the largest in the end?",
    }),

    property(
      "of labels that come equally often, majorityClass gives the first in the alphabet",
      {
        id: "ties",
        points: 1,
        after: "majorityClass",
        given: [tiedLabels()],
        next: "What does your function give for a, b, and what for b, a? They are the same rows.",
      },
      async (tied) => {
        const first = reference.majorityClass(tied);
        expectEqual(await answer.majorityClass(tied), first, { what: "the majority class" });
      },
    ),

    agreesWith(bench, "accuracy", {
      statement: "accuracy is the share of rows whose prediction is right",
      points: 2,
      given: labelPairs(),
      examples: [
        [["a"], ["a"]],
        [
          ["a", "b"],
          ["b", "a"],
        ],
      ],
      onData: [
        [labels, Array(labels.length).fill(reference.majorityClass(labels))],
        [some, some.with(0, some[some.length - 1]).toReversed()],
      ],
      next: "Go through the rows of the example one by one: how many are right, and of how many?",
    }),

    check(
      "where there is nothing to count, there is an error and no number",
      {
        id: "nothing",
        points: 1,
        after: ["majorityClass", "accuracy"],
        next: "Which of your lines run when a list is empty or too short, and what comes out of them?",
      },
      async () => {
        await expectError("majorityClass([])", () => answer.majorityClass([]));
        await expectError("accuracy([], [])", () => answer.accuracy([], []));
        for (const [actual, predicted] of unequalLists) {
          const call = `accuracy(${showPlain(actual)}, ${showPlain(predicted)})`;
          await expectError(call, () => answer.accuracy(actual, predicted));
        }
      },
    ),

    property(
      "the majority class, said for every row, is right as often as any one label can be",
      {
        id: "baseline",
        points: 2,
        after: ["majorityClass", "accuracy"],
        runs: 20,
        given: [given.labels()],
        onData: [[some]],
        next: "Score the majority class against the rows it was counted in: which share must come out?",
      },
      async (rows) => {
        const always = (label: string) => rows.map(() => label);
        const said = await answer.majorityClass(rows);
        const baseline = await answer.accuracy(rows, always(said));
        const share = Number(countOf(said, rows)) / rows.length;
        expectEqual(baseline, share, { what: `the accuracy of always saying ${showPlain(said)}` });
        for (const label of someKinds(rows)) {
          const score = await answer.accuracy(rows, always(label));
          expectThat(
            score <= baseline + 1e-9,
            `always saying ${showPlain(label)} scores ${showPlain(score)}, more than the ${showPlain(baseline)} of ${showPlain(said)}`,
          );
        }
      },
    ),
  ];
});

/** The data set's own columns: a column that tells the outcome, or is the outcome, was not known before. */
function columnsOf({ table }: Stage) {
  const { target, leaks = [] } = table.roles;
  return table.columnNames.map((name) => ({ name, knownBefore: name !== target && !leaks.includes(name) }));
}

function columnNotes() {
  const name = given.fc.constantFrom("speed", "cost", "size", "date", "phase", "repair", "damage");
  const note = given.fc.record({ name, knownBefore: given.fc.boolean() });
  return given.fc.uniqueArray(note, { maxLength: 6, selector: (column) => column.name });
}

/** Two labels that come equally often, in any order, and sometimes a rarer one that must not win. */
function tiedLabels() {
  const { fc } = given;
  const names = fc.constantFrom(
    { first: "a", second: "b", rare: "c" },
    { first: "b", second: "c", rare: "a" },
  );
  return fc
    .tuple(given.labels({ max: 4, names: ["one", "other"] }), names, fc.boolean())
    .map(([sides, { first, second, rare }, withRare]) => {
      const rows = sides.map((side) => (side === "one" ? second : first));
      const mirrored = rows.map((label) => (label === first ? second : first));
      return [...(withRare && rows.length > 1 ? [rare] : []), ...rows, ...mirrored];
    });
}

/** What the rows are, and what was predicted for them: right about half the time. */
function labelPairs() {
  const { fc } = given;
  return given.labels().chain((actual) => {
    const wrong = fc.constantFrom("a", "b", "c");
    const predicted = fc.tuple(...actual.map((label) => fc.oneof(fc.constant(label), wrong)));
    return predicted.map((labels): [string[], string[]] => [actual, labels]);
  });
}

const unequalLists: [string[], string[]][] = [
  [["a", "b"], ["a"]],
  [["a"], ["a", "b"]],
  [[], ["a"]],
];

async function expectError(call: string, ask: () => Promise<unknown>): Promise<void> {
  const gave = await ask().catch(asThrown);
  expectThat(gave === thrown, `${call} gives ${showPlain(gave as string)} where an error is needed`);
}

const thrown = Symbol("thrown");

/** Only an error that the answer threw itself counts. */
function asThrown(fault: unknown): typeof thrown {
  if (fault instanceof Error && "kind" in fault && fault.kind === "threw") return thrown;
  throw fault;
}

function countOf(label: unknown, labels: unknown): number {
  return Array.isArray(labels) ? labels.filter((other) => other === label).length : 0;
}

function times(count: number): string {
  return ["never", "once", "twice"][count] ?? `${count} times`;
}

/** A data set may have hundreds of classes; ten of them are enough to ask about. */
function someKinds(labels: readonly string[]): string[] {
  return [...new Set(labels)].slice(0, 10);
}
