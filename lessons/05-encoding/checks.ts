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

type Encoder = { levels: string[] };

export default checks<typeof import("./solution.ts"), Stage>((bench) => {
  const { answer, reference, stage } = bench;
  const values = someWords(stage);
  const levels = [...new Set(values)].sort();

  return [
    agreesWith(bench, "fitOneHot", {
      statement: "fitOneHot learns each different word once, in the order of sort()",
      points: 2,
      given: [words()],
      examples: [[["dusk", "day", "dusk"]], [["", "b", "a"]]],
      onData: [[values]],
      next: "Which levels does the column dusk, day, dusk have, and which of them comes first?",
    }),

    agreesWith(bench, "oneHot", {
      statement: "oneHot puts a 1 under the value's level, and 0 under all others",
      points: 2,
      given: knownWords(),
      examples: [[{ levels: ["day", "dusk", "night"] }, ["dusk"]]],
      onData: [[{ levels }, values]],
      next: "With the levels day, dusk and night: which three numbers stand for dusk?",
    }),

    property<[Encoder, string[]]>(
      "a word that the encoder does not know becomes a row of zeros",
      {
        id: "unknown",
        points: 2,
        after: "oneHot",
        given: anyWords(),
        examples: [[{ levels: ["day", "night"] }, ["dusk", "day"]]],
        onData: [[{ levels: levels.slice(1) }, values]],
        next: "With the levels day and night: which two numbers say of dusk that it is neither?",
      },
      async (encoder, values) => {
        const gave = await answer.oneHot(encoder, values);
        expectEqual(gave, reference.oneHot(encoder, values), { what: "oneHot’s value" });
      },
    ),

    check(
      "words of the test teach the encoder nothing",
      {
        id: "no-leak",
        points: 1,
        after: ["fitOneHot", "oneHot"],
        next: "Change one test word. Which rows may change, and may any of them become longer?",
      },
      async () => {
        for (const train of [["c", "a", "c", "b"], values]) {
          const encoder = await answer.fitOneHot(train);
          const before = await answer.oneHot(encoder, [train[0], train[1], train[0]]);
          const after = await answer.oneHot(encoder, [train[0], "a word that was never seen", ""]);
          const nLevels = new Set(train).size;
          expectThat(
            after[0].length === nLevels,
            `after other test words had changed, the first row has ${after[0].length} numbers, and there were ${nLevels} levels in training`,
          );
          expectEqual(after[0], before[0], { what: "the first row, after other test words were changed," });
          const [right] = reference.oneHot(reference.fitOneHot(train), [train[0]]);
          expectEqual(before[0], right, { what: `the row of ${showPlain(train[0])}` });
        }
      },
    ),

    agreesWith(bench, "ordinal", {
      statement: "ordinal gives each word its place in the order",
      points: 2,
      given: orderedWords(),
      examples: [
        [
          ["large", "small"],
          ["small", "medium", "large"],
        ],
      ],
      onData: [[values, levels.toReversed()]],
      next: "In the order small, medium, large: which number has large, and which has small?",
    }),

    property<[string[], string[]]>(
      "a word without a place in the order is an error, and no number",
      {
        id: "no-place",
        points: 1,
        after: "ordinal",
        given: wordsWithStranger(),
        examples: [[["huge"], ["small", "large"]]],
        runs: 12,
        next: "What does your function find when it looks for huge in small, large? What would a model read into that number?",
      },
      async (values, order) => {
        const stranger = values.find((value) => !order.includes(value));
        const gave = await answer.ordinal(values, order).catch(asThrown);
        expectThat(
          gave === thrown,
          `${showPlain(stranger)} is not in the order, and ordinal gives ${showPlain(gave as number[])} where an error is needed`,
        );
      },
    ),
  ];
});

const { fc } = given;
const names = ["b", "a", "d", "c", "ab", ""];

function words() {
  return given.labels({ min: 1, max: 8, names });
}

/** Two levels or more, in any order and not all of them used, and values that are among them. */
function knownWords() {
  return someLevels().chain((levels) =>
    given
      .labels({ min: 1, max: 6, names: levels })
      .map((values): [Encoder, string[]] => [{ levels }, values]),
  );
}

function anyWords() {
  return fc
    .tuple(someLevels(), given.labels({ min: 1, max: 6, names }))
    .map(([levels, values]): [Encoder, string[]] => [{ levels }, values]);
}

function orderedWords() {
  return knownWords().map(([{ levels }, values]): [string[], string[]] => [values, levels]);
}

/** Values of which one, at the front or at the back, has no place in the order. */
function wordsWithStranger() {
  const stranger = fc.constantFrom("z", "0", "abc");
  return fc
    .tuple(orderedWords(), stranger, fc.boolean())
    .map(([[values, order], word, first]): [string[], string[]] => [
      first ? [word, ...values] : [...values, word],
      order,
    ]);
}

function someLevels() {
  return fc.shuffledSubarray(names, { minLength: 2 });
}

/** The words of some rows from all over the table: of the column that has most levels, twelve at most if there is one. */
function someWords({ table }: Stage): string[] {
  const columns = table.categoryNames.map((name) => Array.from(table.column(name).values, wordOf));
  const count = (values: string[]) => new Set(values).size;
  const few = columns.filter((values) => count(values) <= 12);
  const [most] = (few.length > 0 ? few : columns).toSorted((one, other) => count(other) - count(one));
  return most.filter((_, i) => i % Math.ceil(most.length / 60) === 0);
}

function wordOf(value: unknown): string {
  return value === null ? "" : String(value);
}

const thrown = Symbol("thrown");

/** Only an error that the answer threw itself counts. */
function asThrown(fault: unknown): typeof thrown {
  if (fault instanceof Error && "kind" in fault && fault.kind === "threw") return thrown;
  throw fault;
}
