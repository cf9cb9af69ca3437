import { expect, test } from "vitest";

import type { Plain } from "../../src/checks/plain.ts";
import { comparedNumbers } from "../../src/judge/compared.ts";
import type { TracedCall } from "../../src/judge/session.ts";

const right = Array.from({ length: 10 }, (_, i) => [i, 2 * i]);

function traced(value: Plain, purpose: TracedCall["purpose"] = "data", reference: Plain = right): TracedCall {
  const call = { kind: "call", name: "scale", args: "[]" } as const;
  const outcome = (each: Plain) => ({ value: each, argsNow: undefined });
  const both = { answer: outcome(value), reference: outcome(reference) };
  return { call, made: -1, ...both, purpose, isFree: false, life: 1 };
}

const shifted = right.map((row) => row.map((value) => value + 5));

test("numbers given on the data stand beside the right ones, place by place", () => {
  const compared = comparedNumbers([traced(right), traced(shifted)]);
  expect(compared).toEqual({ call: "scale", gave: shifted.flat(), right: right.flat(), of: 20 });
});

test("of many numbers an even part is shown, and how many there are is told", () => {
  const many = Array.from({ length: 1000 }, (_, i) => i);
  const compared = comparedNumbers([
    traced(
      many.map((value) => -value),
      "data",
      many,
    ),
  ]);
  expect(compared?.gave.length).toBe(200);
  expect(compared?.right.slice(0, 3)).toEqual([0, 5, 10]);
  expect(compared?.of).toBe(1000);
});

test.each<[string, TracedCall[]]>([
  ["nothing was asked on the data", [traced(shifted, "input"), traced(shifted, "smaller")]],
  ["the difference is too small to be seen", [traced(right.map((row) => row.map((value) => value * 1.01)))]],
  ["there are few numbers", [traced([5, 6], "data", [1, 2])]],
  ["there are no numbers", [traced([Number.NaN, "a", null], "data", [1, "b", 2])]],
  ["another value would be right as well, as in a random draw", [{ ...traced(shifted), isFree: true }]],
  [
    "numbers stand beside words",
    [
      traced(
        [["a", 1]],
        "data",
        Array.from({ length: 9 }, (_, i) => ["b", 9 + i]),
      ),
    ],
  ],
  ["the call threw", [{ ...traced(shifted), answer: { threw: "no" } }]],
])("there is no picture where %s", (_, calls) => {
  expect(comparedNumbers(calls)).toBeUndefined();
});
