import { agreesWith, checks, given } from "groundwork/checks";
import type { Stage } from "groundwork/data";

import type { Row } from "./solution.ts";

const { fc } = given;

/** Wide enough for a formula with a rounded factor, far too narrow for a rounded height. */
const within = 1e-4;

export default checks<typeof import("./solution.ts"), Stage>((bench) => {
  const rows = rowsOf(bench.stage);
  const { column, allowed } = codesIn(rows);

  return [
    agreesWith(bench, "dropDuplicates", {
      statement: "dropDuplicates leaves out each row that repeats an earlier one, and no other",
      points: 2,
      given: [tables()],
      examples: [
        [
          [
            { size: "Small", speed: 120 },
            { size: "Large", speed: 120 },
            { size: "Small", speed: 120 },
          ],
        ],
      ],
      onData: [[rows]],
      next: "Which of the rows above equals an earlier row in all of its cells?",
    }),

    agreesWith(bench, "dropDuplicates", {
      id: "cells-apart",
      statement: "two rows are the same only if each cell is, gaps included",
      points: 1,
      after: "dropDuplicates",
      given: [lookAlikes()],
      examples: [
        [
          [
            { make: "B-7", model: "37" },
            { make: "B-", model: "737" },
          ],
        ],
        [
          [
            { make: "Boeing, US", model: "737" },
            { make: "Boeing", model: " US,737" },
          ],
        ],
        [
          [
            { make: null, model: "B-52" },
            { make: "null", model: "B-52" },
            { make: null, model: "B-52" },
          ],
        ],
      ],
      next: "What does a whole row look like to your function? Write it down for two rows that it mixes up.",
    }),

    agreesWith(bench, "fixCodes", {
      statement:
        "fixCodes writes each code as it is allowed, makes every other one a gap, and keeps all rows",
      points: 2,
      given: codedRows(["Minor", "Medium", "Major"], ["min", "M", "", "??", "Minor damage"]),
      examples: [[[{ code: " minor", row: 1 }], "code", ["Minor"]]],
      onData: [[rows.map((row, i) => ({ ...row, [column]: untidy(row[column], i) })), column, allowed]],
      next: "Take the first row that differs. Which allowed code is its cell, if you read it as a person would?",
    }),

    agreesWith(bench, "fixCodes", {
      id: "none-is-a-word",
      statement: "a code such as “None” is a code like any other, where it is allowed",
      points: 1,
      after: "fixCodes",
      given: codedRows(["None", "NA", "Unknown"], ["", "None seen", "Missing"]),
      // Spelled as allowed, too: whoever looks for exactly "None" must not get by.
      examples: ["NONE", "None", "NA", "Unknown"].map((code) => [
        [{ code, row: 1 }],
        "code",
        ["None", "NA", "Unknown"],
      ]),
      next: "Who says what a word means in this column: your function, or the list of what is allowed?",
    }),

    agreesWith(bench, "parseHeight", {
      id: "inches",
      statement: "parseHeight reads inches",
      points: 1,
      within,
      given: [written(numbersFrom(50, 84), ["", "", "in", "inches", '"', " IN"])],
      examples: [["69"], [" 68.5 "], ['69"'], ["50"], ["84"]],
      next: "Which range does the number lie in, and what stands behind it?",
    }),

    agreesWith(bench, "parseHeight", {
      id: "centimetres",
      statement: "parseHeight reads centimetres",
      points: 1,
      within,
      given: [written(numbersFrom(100, 250), ["", "", "cm", " cm", "CM"])],
      examples: [["170 cm"], ["165cm"], ["100"], ["250"]],
      next: "A hand is about 18 cm long and 7 inches. Does your height grow or shrink on the way to inches?",
    }),

    agreesWith(bench, "parseHeight", {
      id: "feet",
      statement: "parseHeight reads feet and inches",
      points: 1,
      within,
      given: [feetAndInches()],
      examples: [
        ["5'7\""],
        ["5.11"],
        ["5,3"],
        ["6.1"],
        ["5' 10"],
        ["5'9''"],
        ["5ft 9 inches"],
        ["5 feet 7inches"],
      ],
      next: "How many inches are the feet alone? And how many does the number behind them add?",
    }),

    agreesWith(bench, "parseHeight", {
      id: "no-height",
      statement: "parseHeight gives null for what is no height, and never a guess",
      points: 1,
      // Alone, this is easy: whoever reads nothing never guesses.
      after: ["inches", "centimetres", "feet"],
      within,
      given: [fc.oneof(farOff(), impossibleFeet(), fc.constantFrom("", " ", "yyy", "tall", "cm", "'", "."))],
      examples: [
        [""],
        ["  "],
        ["0"],
        ["49"],
        ["85"],
        ["99"],
        ["251"],
        ["11111"],
        ["5'12"],
        ["2'33"],
        ["5.75"],
      ].concat([
        ["3'11"],
        ["8'1"],
        ["70 cm"],
        ["170 in"],
        ["Five foot eight inches"],
        ["-70"],
        ["69 or 70"],
        ["170 cm tall"],
        ["5'8 with shoes"],
        ["about 5'8"],
        ["I am 70"],
      ]) as [string][],
      next: "Go through the text part by part: which rule covers it, and is anything left over?",
    }),
  ];
});

/** Few different cells, so that rows come again, near each other and far apart; some columns are all gaps. */
function tables() {
  const row = fc.record({
    size: fc.constantFrom("Small", "Large", null),
    speed: fc.constantFrom(120, 90, null),
    cost: fc.constantFrom(0, 0, 5),
  });
  return fc.array(row, { minLength: 1, maxLength: 8 });
}

/** Two rows that look alike when their cells are run together or a gap is written out, and sometimes the first of them again. */
function lookAlikes() {
  const apart = fc.constantFrom("", ",", "|", " ", "-", ";").map((sign) => [
    { make: `a${sign}b`, model: "c" },
    { make: "a", model: `b${sign}c` },
  ]);
  const withGap = fc.constantFrom("", "null", "undefined", " ").map((word) => [
    { make: word, model: "c" },
    { make: null, model: "c" },
  ]);
  const order = fc.constantFrom([0, 1], [1, 0], [0, 1, 0], [1, 0, 0, 1]);
  return fc
    .tuple(fc.oneof(apart, withGap), order)
    .map(([rows, places]): Row[] => places.map((place) => rows[place]));
}

/** Rows with a column of codes, tidy and untidy, allowed and not; beside it one that looks the same and must stay as it is. */
function codedRows(codes: string[], others: string[]) {
  const pad = fc.constantFrom("", "", " ", "  ");
  const inSomeCase = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toLowerCase(),
    (text: string) => text.toUpperCase(),
  );
  const code = fc
    .tuple(fc.constantFrom(...codes), inSomeCase, pad, pad)
    .map(([text, change, before, after]) => before + change(text) + after);
  const cell = fc.oneof(
    { weight: 4, arbitrary: code },
    { weight: 1, arbitrary: fc.constantFrom(...others, null) },
  );
  const number = fc.integer({ min: 1, max: 9 });
  // Of a column without a single word danfojs could not tell that it is one of texts.
  const first = fc.record({ code, note: code, row: number });
  const row = fc.record({ code: cell, note: cell, row: number });
  return fc
    .tuple(
      fc.tuple(first, fc.array(row, { maxLength: 5 })).map(([one, others]) => [one, ...others]),
      fc.constantFrom("code", "note"),
      fc.subarray(codes, { minLength: 1 }),
    )
    .map(([rows, column, allowed]): [Row[], string, string[]] => [rows, column, allowed]);
}

/** Numbers from `min` to `max`, whole and not. */
function numbersFrom(min: number, max: number) {
  return fc
    .tuple(fc.integer({ min, max: max - 1 }), fc.constantFrom("", "", ".5", ".25", ".8"))
    .map(([whole, decimals]) => `${whole}${decimals}`);
}

function written(number: ReturnType<typeof numbersFrom>, units: string[]) {
  const pad = fc.constantFrom("", "", " ");
  return fc
    .tuple(pad, number, fc.constantFrom(...units), pad)
    .map(([before, digits, unit, after]) => before + digits + unit + after);
}

function feetAndInches() {
  const feet = fc.integer({ min: 4, max: 7 });
  const inches = fc.integer({ min: 0, max: 11 });
  const marks = fc.tuple(
    fc.constantFrom("'", "' ", "ft", " ft ", " feet ", " Feet"),
    fc.constantFrom("", '"', "''", " in", "inches", " INCHES"),
  );
  const signs = fc.tuple(fc.constantFrom(".", ",", " ."), fc.constant(""));
  return fc
    .tuple(feet, inches, fc.oneof(marks, signs))
    .map(([foot, inch, [between, behind]]) => `${foot}${between}${inch}${behind}`);
}

/** Numbers in none of the ranges, and too large to be metres. */
function farOff() {
  return fc
    .oneof(
      fc.integer({ min: 10, max: 49 }),
      fc.integer({ min: 85, max: 99 }),
      fc.integer({ min: 251, max: 20_000 }),
    )
    .map(String);
}

function impossibleFeet() {
  const tooManyInches = fc
    .tuple(
      fc.integer({ min: 4, max: 7 }),
      fc.constantFrom("'", ".", " ft "),
      fc.integer({ min: 12, max: 99 }),
    )
    .map((parts) => parts.join(""));
  const strangeFeet = fc
    .tuple(fc.constantFrom(0, 2, 3, 8, 9), fc.constant("'"), fc.integer({ min: 0, max: 11 }))
    .map((parts) => parts.join(""));
  return fc.oneof(tooManyInches, strangeFeet);
}

/** A danfojs table has these names for itself, and breaks on a column that is called so. */
const takenNames = ["values", "index", "columns", "dtypes", "loc", "iloc", "sum", "isNa"];

/** Rows from all over the table, of so few columns, and so few kinds in each, that some rows come again. */
function rowsOf({ table }: Stage): Row[] {
  const step = Math.ceil(table.nRows / 80);
  const indices = Array.from({ length: Math.ceil(table.nRows / step) }, (_, i) => i * step);
  const sample = table.take(indices);
  // A column that is the same all over comes last.
  const kinds = (name: string) =>
    new Set<string | number | null>(sample.column(name).values).size - 1 || Number.POSITIVE_INFINITY;
  const free = (names: readonly string[]) => names.filter((name) => !takenNames.includes(name));
  const byKinds = (names: readonly string[]) => free(names).sort((one, other) => kinds(one) - kinds(other));
  const columns = [...byKinds(table.categoryNames).slice(0, 3), ...byKinds(table.featureNames).slice(0, 1)];
  return sample.rows().map((row) => Object.fromEntries(columns.map((name) => [name, row[name]])));
}

/** The first column of these rows, and what is allowed in it: all that it holds, but for what comes least often. */
function codesIn(rows: Row[]): { column: string; allowed: string[] } {
  const [column] = Object.keys(rows[0]);
  const counts = new Map<string, number>();
  for (const { [column]: cell } of rows)
    if (cell !== null) counts.set(String(cell), (counts.get(String(cell)) ?? 0) + 1);
  const byCount = [...counts.keys()].sort(
    (one, other) => Number(counts.get(other)) - Number(counts.get(one)),
  );
  const keys = byCount.map((code) => code.trim().toLowerCase());
  const first = byCount.filter((_, i) => keys.indexOf(keys[i]) === i);
  return { column, allowed: first.slice(0, Math.max(1, first.length - 1)) };
}

/** The cell as another hand might have typed it. */
function untidy(cell: Row[string], i: number): string | null {
  if (cell === null) return null;
  const text = String(cell);
  return [text, text.toLowerCase(), ` ${text}`, `${text.toLowerCase()}  `][i % 4];
}
