import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Plain } from "../../src/checks/plain.ts";
import { showPair, showPlain } from "../../src/checks/show-plain.ts";

describe("showPlain", () => {
  const cases: [value: Plain, shown: string][] = [
    [0.1 + 0.2, "0.3"],
    [-0, "-0"],
    [Number.NaN, "NaN"],
    [Number.NEGATIVE_INFINITY, "-Infinity"],
    [1e21, "1e+21"],
    [123456789, "123456800"],
    ["a\nb", '"a\\nb"'],
    [12n, "12n"],
    [null, "null"],
    [undefined, "undefined"],
    [[], "[]"],
    [{}, "{}"],
    [
      [
        [1, 2],
        [3, 4],
      ],
      "[[1, 2], [3, 4]]",
    ],
    [{ mean: [1], scale: [2] }, "{ mean: [1], scale: [2] }"],
    [{ "two words": 1 }, '{ "two words": 1 }'],
  ];
  it.each(cases)("writes %o as TypeScript would", (value, shown) => {
    expect(showPlain(value)).toBe(shown);
  });

  it("keeps the beginning of a long array and says how much is left", () => {
    const shown = showPlain(Array.from({ length: 1_000 }, (_, i) => i));
    expect(shown).toMatch(/^\[0, 1, 2, .*… \d+ more\]$/);
    const [, left] = /… (\d+) more/.exec(shown) ?? [];
    expect(Number(left) + shown.split(", ").length - 1).toBe(1_000);
  });

  it("stays short whatever it is given", () => {
    const deep = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string({ maxLength: 300 }),
        fc.double(),
        fc.array(tie("value"), { maxLength: 30 }),
        fc.dictionary(fc.string({ maxLength: 300 }), tie("value"), { maxKeys: 12 }),
      ),
    })).value as fc.Arbitrary<Plain>;
    fc.assert(fc.property(deep, (value) => showPlain(value).length < 2_000));
  });

  it("writes control characters in keys and texts as escapes", () => {
    expect(showPlain({ "\u001b[31mred": "\u001b[0m" })).not.toContain("\u001b");
  });
});

describe("showPair", () => {
  it("writes two numbers so that they differ", () => {
    expect(showPair(1, 2)).toEqual(["1", "2"]);
    expect(showPair(1 / 3, 0.333333334)).toEqual(["0.3333333333333333", "0.333333334"]);
    expect(showPair([0.1 + 0.2], [0.3])).toEqual(["[0.30000000000000004]", "[0.3]"]);
  });
});
