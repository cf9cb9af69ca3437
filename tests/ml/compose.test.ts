import { describe, expect, test } from "vitest";

import type { Cell } from "../../src/ml/cells.ts";
import { type ColumnPart, ColumnTransformer } from "../../src/ml/compose.ts";
import { SimpleImputer } from "../../src/ml/impute.ts";
import { Pipeline } from "../../src/ml/pipeline.ts";
import { MinMaxScaler, OneHotEncoder, StandardScaler } from "../../src/ml/preprocessing.ts";
import fixture from "../fixtures/ml/compose.json" with { type: "json" };
import { expectClose, frozen } from "./expect-close.ts";

const X = frozen<Cell>(fixture.X);
const classes = { StandardScaler, MinMaxScaler, OneHotEncoder, SimpleImputer, Pipeline, ColumnTransformer };

function parts(): ColumnPart[] {
  return [
    ["standard", new StandardScaler(), [2, 0]],
    ["colour", new OneHotEncoder(), [1]],
    ["again", new MinMaxScaler(), [0]],
  ];
}

describe("agrees with scikit-learn", () => {
  const remainders = [
    ["dropped", "drop", fixture.dropped],
    ["kept", "passthrough", fixture.passed],
    ["changed", new MinMaxScaler(), fixture.changed],
  ] as const;

  test.each(remainders)("with all other columns %s", (_, remainder, expected) => {
    const columns = new ColumnTransformer({ transformers: parts(), remainder }).fit(X);
    expectClose(columns.transform(X), expected);
    const again = ColumnTransformer.fromJSON(JSON.parse(JSON.stringify(columns)), classes);
    expect(again.transform(X)).toEqual(columns.transform(X));
    const table = { columns: [0, 1, 2, 3].map((j) => X.map((row) => row[j] ?? null)) };
    expect(columns.transform(table)).toEqual(columns.transform(X));
  });

  test("with a Pipeline for numbers and one for texts", () => {
    const columns = new ColumnTransformer({
      transformers: [
        [
          "numbers",
          new Pipeline([
            ["fill", new SimpleImputer()],
            ["scale", new StandardScaler()],
          ]),
          [0],
        ],
        [
          "texts",
          new Pipeline([
            ["fill", new SimpleImputer({ strategy: "mostFrequent" })],
            ["encode", new OneHotEncoder()],
          ]),
          [1],
        ],
      ],
    });
    expectClose(columns.fitTransform(fixture.gaps), fixture.filled);
    const again = ColumnTransformer.fromJSON(JSON.parse(JSON.stringify(columns)), classes);
    expect(again.transform([[null, "x"]])).toEqual(columns.transform([[null, "x"]]));
  });
});

test("teaches each part what the training rows hold, and no more", () => {
  const columns = new ColumnTransformer({ transformers: [["range", new MinMaxScaler(), [1]]] });
  expect(
    columns
      .fit([
        ["a", 0],
        ["b", 10],
      ])
      .transform([
        ["c", 5],
        ["d", 40],
      ]),
  ).toEqual([[0.5], [4]]);
  expect(columns.nFeatures).toBe(2);
});

test("leaves out parts without columns, and those that give none", () => {
  const columns = new ColumnTransformer({
    transformers: [
      ["nothing", new StandardScaler(), []],
      ["one category, dropped", new OneHotEncoder({ drop: "first" }), [0]],
      ["gone", "drop", [1]],
      ["kept", "passthrough", [2]],
    ],
  });
  expect(
    columns.fitTransform([
      ["a", 1, 2],
      ["a", 3, 4],
    ]),
  ).toEqual([[2], [4]]);
});

test("does not look at columns that are left out, whatever they hold", () => {
  const columns = new ColumnTransformer({ transformers: [["kept", "passthrough", [1]]] });
  const X = [
    [true, 1],
    [{}, Number.NaN],
  ];
  // @ts-expect-error: the point is what happens when the types are not kept
  expect(columns.fitTransform(X)).toEqual([[1], [Number.NaN]]);
});

describe("refuses", () => {
  const fitted = (transformers: readonly ColumnPart[]) => new ColumnTransformer({ transformers }).fit(X);

  test.each([
    [[["a", new MinMaxScaler(), [4]]], /needs columns from 0 to 3 for "a", got 4/],
    [[["a", new MinMaxScaler(), [-1]]], /needs columns from 0 to 3 for "a", got -1/],
    [
      [
        ["a", "drop", [0]],
        ["a", "drop", [1]],
      ],
      /needs a name of its own for each part, got "a" twice/,
    ],
  ] as [ColumnPart[], RegExp][])("parts %j", (transformers, message) => {
    expect(() => fitted(transformers)).toThrow(message);
  });

  test("a part that cannot change columns", () => {
    // @ts-expect-error: the point is what happens when the types are not kept
    expect(() => fitted([["a", "keep", [0]]])).toThrow(
      /needs "drop", "passthrough" or a transformer as "a", got "keep"/,
    );
  });

  test("texts that are passed on, which no model could take", () => {
    const columns = fitted([["colour", "passthrough", [1]]]);
    expect(() => columns.transform(X)).toThrow(
      'ColumnTransformer.transform needs numbers from each part, got "red" from "colour": encode or drop that column.',
    );
  });

  test("rows of another width, and questions before fit", () => {
    expect(() => fitted(parts()).transform([[1, "red"]])).toThrow(/needs rows of 4 values, as in fit, got 2/);
    const unfitted = new ColumnTransformer({ transformers: parts() });
    expect(() => unfitted.transform(X)).toThrow(/ColumnTransformer.transform needs a fitted estimator/);
    expect(() =>
      ColumnTransformer.fromJSON(JSON.parse(JSON.stringify(unfitted)), classes).transform(X),
    ).toThrow(/needs a fitted estimator/);
  });

  test("to be read without the classes of its parts", () => {
    const json = JSON.parse(JSON.stringify(fitted(parts())));
    expect(() => ColumnTransformer.fromJSON(json, { StandardScaler, MinMaxScaler })).toThrow(
      "ColumnTransformer.fromJSON needs the class OneHotEncoder to read its steps, got StandardScaler, MinMaxScaler.",
    );
  });
});
